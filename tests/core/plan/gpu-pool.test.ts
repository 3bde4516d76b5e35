import { placeOf } from '../../../src/app/handout/toolkit-sections';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { Bytes } from '../../../src/core/domain/quantity';
import { ACCELERATORS, GPU_MACHINES } from '../../../src/core/domain/gpu-machines';
import type { TenantPlan } from '../../../src/core/plan/cohort-plan';
import { gpuNotices, gpuPoolFor, poolsOf } from '../../../src/core/plan/gpu-pool';
import { COURSE, aConfig, aCourse, changed } from '../sample-cohort';
import { aPlan, tenantsOf } from './a-plan';

const withGpus = (...gpus: readonly number[]): readonly Pick<TenantPlan, 'quota'>[] => {
  const { quota } = aPlan().shards[0]!.tenants[0]!;
  return gpus.map((count) => ({ quota: { ...quota, gpus: count } }));
};
const nodes = (more = ''): ReturnType<typeof aConfig>['nodes'] => aConfig(more).nodes;

test('Places without GPUs have no nodes for them', () => {
  expect(gpuPoolFor(nodes(), 'us-west1', withGpus(0, 0), 150)).toBeUndefined();
  const [cell] = aPlan().cells;
  expect(cell!.cluster!.pools).not.toHaveProperty('gpu');
  expect(poolsOf(cell!.cluster!).map(({ name }) => name)).toEqual(['system', 'lab']);
  expect(gpuNotices([cell!])).toEqual([]);
});

test('There are as many GPUs at most as all quotas need when so many share one, and none until a pod asks', () => {
  expect(gpuPoolFor(nodes(), 'us-west1', withGpus(2, 2, 1), 150)).toEqual({
    name: 'gpu',
    machineType: 'g2-standard-4',
    accelerator: 'nvidia-l4',
    sharedBy: 4,
    zones: [],
    spot: false,
    minNodes: 0,
    maxNodes: 2,
    diskGb: 150,
  });
});

test('A cohort says which GPU, for how many at once, in which zones, and how many at most', () => {
  const own =
    'nodes: { gpu: { accelerator: nvidia-tesla-t4, sharedBy: 1, spot: true, max: 3, zones: [c, a] } }\n';
  expect(gpuPoolFor(nodes(own), 'us-west1', withGpus(2, 2), 150)).toMatchObject({
    name: 'gpu-spot',
    machineType: 'n1-standard-4',
    sharedBy: 1,
    zones: ['us-west1-a', 'us-west1-c'],
    maxNodes: 3,
  });
});

test('A course that asks for GPUs has the pool in its cells, and people are told to ask Google', () => {
  const course = aCourse();
  const sizes = Object.fromEntries(
    Object.entries(course.sizes).map(([name, size]) => [name, { ...size, gpus: 1 }]),
  );
  const plan = aPlan({ course: { ...course, sizes } });
  const { cluster } = plan.cells[0]!;
  const gpus = plan.shards.flatMap(({ tenants }) => tenants).reduce((sum, { quota }) => sum + quota.gpus, 0);
  expect(gpus).toBeGreaterThan(0);
  expect(cluster!.pools.gpu?.maxNodes).toBe(Math.ceil(gpus / 4));
  expect(cluster!.monitoring.pools.map(({ name }) => name)).toEqual(['lab', 'gpu']);
  expect(plan.notices.filter((notice) => notice.includes('nvidia-l4'))).toEqual([
    `cell 1 may have ${cluster!.pools.gpu!.maxNodes} GPUs of the kind nvidia-l4, and Google gives a new project none: ` +
      'ask for the quota in mlops-fall27-c1 as soon as it stands, days before the lab opens',
  ]);
});

test('Every GPU comes in a machine, with memory that a share of is of use', () => {
  for (const accelerator of ACCELERATORS) {
    expect(GPU_MACHINES[accelerator].machineType).toMatch(/^[a-z]\d-standard-4$/);
    expect(Bytes.gibi(GPU_MACHINES[accelerator].memoryGib / 4).gibi).toBeGreaterThanOrEqual(4);
  }
});

test('A cluster of the tenant’s own has no pool for GPUs: its pods name the kind, where there are any', () => {
  const course = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: gpu }]'));
  const config = aConfig('tier: cluster\nnodes: { gpu: { accelerator: nvidia-tesla-t4 } }\n');
  const [ada] = tenantsOf(aPlan({ course, config }));
  expect(ada!.cluster!.accelerator).toBe('nvidia-tesla-t4');
  const place = placeOf(ada!, { id: 'gpu' as ToolkitId, size: 'small' });
  expect(place.accelerator).toBe('nvidia-tesla-t4');
  const without = tenantsOf(aPlan({ config }))[0]!;
  expect(without.cluster).not.toHaveProperty('accelerator');
});
