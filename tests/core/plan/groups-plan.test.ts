import { email } from '../../../src/core/domain/ids';
import { groupsPlanOf, memberIn } from '../../../src/core/plan/groups-plan';
import { resolvePlan } from '../../../src/core/plan/resolve-plan';
import { pseudonymousInputs } from '../../../src/core/privacy/pseudonymous-inputs';
import { pseudonymsFrom } from '../privacy/sample-key';
import { NOON, aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';

const PRIVACY = 'privacy: { pseudonyms: { groupsDomain: example.edu } }\n';

test('A cohort has groups where it has pseudonyms', () => {
  expect(groupsPlanOf(aConfig())).toBeUndefined();
  expect(groupsPlanOf(aConfig(PRIVACY))).toEqual({
    students: 'mlops-fall27-students@example.edu',
    security: 'gke-security-groups@example.edu',
  });
});

test('IAM is told whether an address is an account’s or a group’s', () => {
  const address = email('ada@example.edu');
  expect([memberIn({})(address), memberIn({ areGroups: true })(address)]).toEqual([
    'user:ada@example.edu',
    'group:ada@example.edu',
  ]);
});

test('A cell’s policy names a handful of groups, however many students there are; a team’s names each member', () => {
  const config = aConfig(`teamLabs: [project]\n${PRIVACY}`);
  const course = aCourse();
  const roster = aRoster(
    Array.from({ length: 260 }, (_, index) =>
      aStudent(`s${index}`, { team: index < 251 ? 'Kestrel' : 'Heron' }),
    ),
  );
  const named = { config, roster, course, ledger: { cohort: config.id, events: [] } };
  const hidden = pseudonymousInputs(named, pseudonymsFrom('mine'));
  const ledger = enrolled(hidden.config, hidden.roster, course);
  const plan = resolvePlan(hidden.config, hidden.roster, course, ledger, NOON);
  const inCell = plan.cells.flatMap(({ project }) => project.access.flatMap(({ members }) => members));
  expect([...new Set(inCell)].sort()).toEqual([
    'group:mlops-fall27-instructors@example.edu',
    'group:mlops-fall27-students@example.edu',
    'group:mlops-fall27-tas@example.edu',
  ]);
  expect(plan.breaches).toEqual([
    {
      limit: 'groupsPerPolicy',
      where: expect.stringMatching(/^tenant team-/) as string,
      value: 251,
      max: 250,
      remedy: 'smaller teams',
    },
  ]);
});
