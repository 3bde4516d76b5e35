import { diskNotices } from '../../../src/core/plan/disk-notices';
import { aConfig, aRoster, aStudent } from '../sample-cohort';
import { aPlan } from './a-plan';

const CLASS = aRoster(Array.from({ length: 60 }, (_, n) => aStudent(`s${n}`)));
const told = (plan: ReturnType<typeof aPlan>): readonly string[] =>
  plan.notices.filter((notice) => notice.includes('SSD_TOTAL_GB'));

test('A cell whose disks are within what Google gives unasked is not told', () =>
  expect(told(aPlan())).toEqual([]));

test('A class has more disks than Google gives a new project, and people are told how many, and where to ask', () => {
  const plan = aPlan({ roster: CLASS });
  const { lab, system } = plan.cells[0]!.cluster!.pools;
  const { disk } = plan.cells[0]!.cluster!.monitoring.retention;
  const nodes = lab.maxNodes * lab.diskGb + system.maxNodes * system.diskGb;
  const claims = plan.shards.flatMap(({ tenants }) => tenants).length * 4;
  expect(nodes).toBe(18 * 170 + 4 * 50);
  expect(told(plan)).toEqual([
    `the disks of cell 1 may come to ${nodes + claims + disk.gibi} GB, ${nodes} of them those of nodes, and Google may give a new project as few as 500: ` +
      'ask for the quota SSD_TOTAL_GB of us-west1 in mlops-fall27-c1 as soon as it stands, days before the first class',
  ]);
});

test('Metrics that Google keeps have no disk, and clusters of their own are in projects of their own', () => {
  const google = aPlan({ roster: CLASS, config: aConfig('monitoring: { collector: google-managed }\n') });
  expect(told(google)[0]).toContain(`may come to ${18 * 170 + 4 * 50 + 240} GB`);
  const { cells, shards } = aPlan({ roster: CLASS, config: aConfig('tier: cluster\n') });
  expect(diskNotices(cells, shards, 'us-west1')).toEqual([]);
});
