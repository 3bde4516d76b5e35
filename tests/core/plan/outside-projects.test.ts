import { proofOfPlan } from '../../../src/app/prove/proof-of-plan';
import { cellNumber } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import { OUTSIDE_KINDS, withLasting } from '../../../src/core/ledger/lasting-projects';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { projectsAskedFor } from '../../../src/core/plan/outside-projects';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { aPlan, tenantsOf } from './a-plan';

const ON = '2027-01-04' as Day;
const LOGS = 'logs: { perPlace: true }\n';
const both = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: cloud-run }, { id: vm }]'));
const roster = aRoster([aStudent('ada'), aStudent('pia')]);

/** Ids of the projects beside those of cells. */
const idsIn = ({ cells }: CohortPlan): readonly string[] =>
  cells.flatMap(({ serverless, machines, logs }) =>
    [serverless?.id, machines?.id, logs?.project.id].flatMap((id) => id ?? []),
  );
const ALL = ['mlops-fall27-c1-run', 'mlops-fall27-c1-vm', 'mlops-fall27-c1-logs'];

/** What a first plan writes down of a cohort that uses all of them. */
function remembered(yaml = LOGS) {
  const config = aConfig(yaml);
  const ledger = enrolled(config, roster, both);
  return withLasting(ledger, projectsAskedFor({ config, roster, course: both, ledger }), ON);
}

test('What was planned once stays, empty, when nothing uses it any more, and that is told', () => {
  const ledger = remembered();
  const plan = aPlan({ config: aConfig(), roster, ledger });
  expect(idsIn(plan)).toEqual(ALL);
  expect(tenantsOf(plan).filter(({ service, machine, logs }) => service ?? machine ?? logs)).toEqual([]);
  expect(plan.cells[0]!.logs!.namespaces).toEqual([]);
  const kinds = ['services', 'machines', 'logs'];
  for (const [index, id] of ALL.entries())
    expect(plan.notices).toContain(
      `${id} stays until the teardown, though no ${kinds[index]} are in it any more: the id of a deleted project is never free again`,
    );
  expect(proofOfPlan(plan, () => undefined).findings).toEqual([]);
});

test('Used again, all is as it was before', () => {
  const parts = { config: aConfig(LOGS), roster, course: both };
  const first = aPlan(parts);
  expect(idsIn(first)).toEqual(ALL);
  expect(aPlan({ ...parts, ledger: remembered() })).toEqual(first);
  expect(first.notices.join()).not.toContain('stays until the teardown');
});

test('What was never planned is not there', () => {
  expect(idsIn(aPlan({ roster }))).toEqual([]);
  const ledger = withLasting(
    enrolled(aConfig(), roster, aCourse()),
    [{ cell: cellNumber(1), project: 'logs' }],
    ON,
  );
  expect(idsIn(aPlan({ roster, ledger }))).toEqual(['mlops-fall27-c1-logs']);
});

test.each([
  ['a shared cluster', LOGS],
  ['projects of their own', `${LOGS}tier: project\n`],
  ['clusters of their own', `${LOGS}tier: cluster\n`],
  [
    'clusters of their own, but for one',
    `${LOGS}tier: cluster\nplaces:\n  - { student: pia@example.edu, tier: namespace }\n`,
  ],
])('Where places have %s, exactly what is planned is written down', (_, yaml) => {
  const config = aConfig(yaml);
  // A cell for each, so that one of them may be of clusters alone.
  const ledger = enrolled(config, roster, both, { tenantsPerShard: 1, tenantsPerCell: 1 });
  const plan = aPlan({ config, roster, course: both, ledger });
  expect(plan.cells).toHaveLength(2);
  const written = projectsAskedFor({ config, roster, course: both, ledger });
  const standing = plan.cells.flatMap(({ number: cell, serverless, machines, logs }) => {
    const stands = { services: serverless, machines, logs };
    return OUTSIDE_KINDS.flatMap((project) => (stands[project] === undefined ? [] : [{ cell, project }]));
  });
  expect(written).toEqual(standing);
});
