import { email } from '../../../src/core/domain/ids';
import { extended, placesOf } from '../../../src/core/ledger/ledger';
import { addressesIn } from '../../../src/core/plan/groups-plan';
import type { PlanInputs } from '../../../src/core/plan/plan-inputs';
import { resolvePlan } from '../../../src/core/plan/resolve-plan';
import { cohortGroups, groupsCsv, registerCsv, registerOf } from '../../../src/core/privacy/cohort-groups';
import { pseudonymousInputs } from '../../../src/core/privacy/pseudonymous-inputs';
import { tenantsOf } from '../plan/a-plan';
import { COURSE, DAY, NOON, aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';
import { pseudonymsFrom } from './sample-key';

const pseudonyms = pseudonymsFrom('mine');
const config = aConfig('privacy: { pseudonyms: { groupsDomain: example.edu } }\n');

function cohort(
  course = aCourse(),
  roster = aRoster([aStudent('ada', { team: 'Kestrel' }), aStudent('bo')]),
) {
  const named: PlanInputs = { config, roster, course, ledger: { cohort: config.id, events: [] } };
  const hidden = pseudonymousInputs(named, pseudonyms);
  const ledger = enrolled(hidden.config, hidden.roster, course);
  return { named: { ...named, ledger }, hidden: { ...hidden, ledger } };
}

test('Whoever the plan lets in is in a group of the file, and every address of a person stands in it once', () => {
  const { named, hidden } = cohort(aCourse(`${COURSE}`));
  const plan = resolvePlan(hidden.config, hidden.roster, hidden.course, hidden.ledger, NOON);
  const rows = cohortGroups(named, pseudonyms);
  const granted = [
    ...plan.cells.flatMap(({ project }) => project.access.flatMap(({ members }) => members)),
    ...tenantsOf(plan).flatMap(({ bucket, registry }) => [...bucket.users, ...registry.writers]),
  ];
  const filled = new Set(rows.map(({ group }) => `group:${group}`));
  expect(granted.length).toBeGreaterThan(5);
  expect(granted.filter((member) => !filled.has(member))).toEqual([]);
  const people = rows.filter(({ type }) => type === 'USER').map(({ member }) => member);
  expect(people.sort()).toEqual([
    'ada@example.edu',
    'bo@example.edu',
    'ines.duarte@example.edu',
    'lin.wei@example.edu',
  ]);
});

test('Every group of the cohort is inside the one that GKE asks', () => {
  const rows = cohortGroups(cohort().named, pseudonyms);
  const inside = new Set(['gke-security-groups@example.edu']);
  for (let size = 0; size !== inside.size;) {
    size = inside.size;
    for (const { group, member, type } of rows) if (type === 'GROUP' && inside.has(group)) inside.add(member);
  }
  expect(rows.filter(({ group }) => !inside.has(group))).toEqual([]);
});

test('The file has the columns of the Admin console, sorted', () => {
  const csv = groupsCsv(cohortGroups(cohort().named, pseudonyms));
  const [head, ...rows] = csv.trimEnd().split('\n');
  expect(head).toBe('Group Email [Required],Member Email,Member Type,Member Role');
  expect(rows).toEqual([...rows].sort());
  expect(rows).toHaveLength(3 + 2 + 2 + 2);
  expect(rows.filter((row) => !/^\S+@example\.edu,\S+@example\.edu,(USER|GROUP),MEMBER$/.test(row))).toEqual(
    [],
  );
});

test('An account that changes changes a member of a group, and nothing in the cloud', () => {
  const { named, hidden } = cohort();
  const before = addressesIn(hidden.config, hidden.ledger);
  const handle = [...placesOf(hidden.ledger).keys()][0]!;
  const key = placesOf(hidden.ledger).get(handle)!.key as { student: ReturnType<typeof email> };
  const next = pseudonyms.student(email('married@example.edu'));
  const renamed = extended(hidden.ledger, [{ on: DAY, event: 'renamed', handle, key: { student: next } }]);
  expect(addressesIn(hidden.config, renamed)(next)).toBe(before(key.student));
  expect(before(key.student)).toBe(`mlops-fall27-${handle}@example.edu`);
  expect(named.roster.students).toHaveLength(2);
});

test('Who has no place of their own has a group too', () => {
  const all = COURSE.replaceAll('toolkits: [{ id: redis, setUp: student }]', 'workedBy: team')
    .replace('  - id: lab2\n', '  - id: lab2\n    workedBy: team\n')
    .replace('  - id: project\n', '  - id: project\n    workedBy: team\n');
  const { named } = cohort(aCourse(all));
  const register = registerOf(named, pseudonyms);
  expect(register.map(({ handle }) => handle)).toEqual([undefined, undefined]);
  expect(new Set(register.map(({ group }) => group)).size).toBe(2);
  expect(register[0]!.teamHandle).toMatch(/^team-/);
});

test('The register tells whose each place is, and no spreadsheet runs it', () => {
  const roster = aRoster([aStudent('ada', { name: '=HYPERLINK("x"),y' })]);
  const { named } = cohort(aCourse(), roster);
  const [head, row] = registerCsv(registerOf(named, pseudonyms)).split('\n');
  expect(head).toBe('email,name,handle,group,team,team handle');
  expect(row).toMatch(
    /^ada@example\.edu,"'=HYPERLINK\(""x""\),y",s\w{9},mlops-fall27-s\w{9}@example\.edu,,$/,
  );
});
