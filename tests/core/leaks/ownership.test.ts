import { assetInventory } from '../../../src/rehearsal/cloud/asset-inventory';
import { brief, judged } from './judged';

const P = '--project=w255-spring27-c1';

test('The project that services share is its cell’s, and a service in it is removed by name', () => {
  const { leftovers } = judged([
    {
      name: '//run.googleapis.com/projects/w255-spring27-c1-run/locations/us-west1/services/amara-okafor',
      assetType: 'run.googleapis.com/Service',
    },
    {
      name: '//cloudresourcemanager.googleapis.com/projects/w255-spring27-c3-run',
      assetType: 'cloudresourcemanager.googleapis.com/Project',
    },
  ]);
  expect(leftovers.map(brief).map(([type, whose, , remove]) => [type, whose, remove])).toEqual([
    [
      'service on Cloud Run',
      'c1',
      'gcloud run services delete amara-okafor --region=us-west1 --project=w255-spring27-c1-run',
    ],
    ['project', 'c3', 'gcloud projects delete w255-spring27-c3-run'],
  ]);
});

test('The budget of the project of logs is its cell’s', () => {
  const { leftovers } = judged([
    {
      name: 'billingAccounts/0A1B2C-3D4E5F-6A7B8C/budgets/1',
      displayName: 'Practicum w255-spring27-c1-logs',
    },
  ]);
  expect(leftovers.map(brief).map(([type, whose]) => [type, whose])).toEqual([['budget', 'c1']]);
});

test('The project of logs is its cell’s, and what is in it is removed by name', () => {
  const { leftovers } = judged([
    {
      name: '//logging.googleapis.com/projects/w255-spring27-c1-logs/locations/us-west1/buckets/amara-okafor',
      assetType: 'logging.googleapis.com/LogBucket',
    },
    {
      name: '//logging.googleapis.com/projects/w255-spring27-c1-logs/locations/us-west1/buckets/amara-okafor/views/amara-okafor',
      assetType: 'logging.googleapis.com/LogView',
    },
    {
      name: '//logging.googleapis.com/projects/w255-spring27-c1/exclusions/practicum-places',
      assetType: 'logging.googleapis.com/LogExclusion',
    },
    {
      name: '//cloudresourcemanager.googleapis.com/projects/w255-spring27-c3-logs',
      assetType: 'cloudresourcemanager.googleapis.com/Project',
    },
  ]);
  const place = '--location=us-west1 --project=w255-spring27-c1-logs';
  expect(leftovers.map(brief).map(([type, whose, , remove]) => [type, whose, remove])).toEqual([
    ['view of a log bucket', 'c1', `gcloud logging views delete amara-okafor --bucket=amara-okafor ${place}`],
    [
      'exclusion of logs',
      'c1',
      'gcloud logging sinks update _Default --remove-exclusions=practicum-places --project=w255-spring27-c1',
    ],
    ['log bucket', 'c1', `gcloud logging buckets delete amara-okafor ${place}`],
    ['project', 'c3', 'gcloud projects delete w255-spring27-c3-logs'],
  ]);
});

test('The project that machines share is its cell’s, and a machine in it is its tenant’s', () => {
  const { leftovers } = judged([
    {
      name: '//compute.googleapis.com/projects/w255-spring27-c1-vm/zones/us-west1-b/instances/amara-okafor',
      assetType: 'compute.googleapis.com/Instance',
    },
    {
      name: '//cloudresourcemanager.googleapis.com/projects/w255-spring27-c3-vm',
      assetType: 'cloudresourcemanager.googleapis.com/Project',
    },
  ]);
  expect(leftovers.map(brief).map(([type, whose, , remove]) => [type, whose, remove])).toEqual([
    [
      'machine',
      'c1',
      'gcloud compute instances delete amara-okafor --zone=us-west1-b --project=w255-spring27-c1-vm',
    ],
    ['project', 'c3', 'gcloud projects delete w255-spring27-c3-vm'],
  ]);
});

test('An API that is on shows that its project stands', () => {
  const { leftovers } = judged([
    {
      name: '//serviceusage.googleapis.com/projects/w255-spring27-c3/services/storage.googleapis.com',
      assetType: 'serviceusage.googleapis.com/Service',
    },
  ]);
  expect(leftovers.map(brief)).toEqual([
    ['project', 'c3', '0.00', 'gcloud projects delete w255-spring27-c3'],
  ]);
});

test('While a cluster stands, its things are said to go with their namespaces', () => {
  const link =
    'https://container.googleapis.com/v1/projects/w255-spring27-c1/locations/us-west1/clusters/w255-spring27-c1';
  const zone = 'https://www.googleapis.com/compute/v1/projects/w255-spring27-c1/zones/us-west1-a';
  const { leftovers } = judged([
    { name: 'w255-spring27-c1', selfLink: link },
    { name: 'pvc-1', selfLink: `${zone}/disks/pvc-1` },
  ]);
  expect(leftovers.map(({ type, dollarsADay, why }) => [type, dollarsADay, why])).toEqual([
    ['cluster', '2.40', 'the teardown did not take it away, or has not come to it yet'],
    ['disk', undefined, 'GKE made it for a PersistentVolumeClaim; its cluster still stands and takes it away with the namespace'],
  ]); // prettier-ignore
});

test('A label of another cohort makes a thing a stranger, whatever it is called', () => {
  const { leftovers, strangers } = judged([
    {
      projectId: 'w255-spring27-c1',
      lifecycleState: 'ACTIVE',
      labels: { 'practicum-cohort': 'w255-autumn27' },
    },
    { name: 'w255-spring27-x', storage_url: 'gs://w255-spring27-x', labels: { 'practicum-cohort': 'other' } },
  ]);
  expect(leftovers).toEqual([]);
  expect(strangers).toEqual({ bucket: 1, project: 1 });
});

test('A thing with the cohort’s label is the cohort’s in any project', () => {
  const { leftovers } = judged([
    {
      name: '//pubsub.googleapis.com/projects/example-labs-admin/topics/t',
      assetType: 'pubsub.googleapis.com/Topic',
      labels: { 'practicum-cohort': 'w255-spring27', 'practicum-tenant': 'amara-okafor' },
    },
  ]);
  expect(leftovers.map(brief)).toEqual([
    ['pubsub.googleapis.com/Topic', 'amara-okafor', undefined, undefined],
  ]);
});

test('A name that a shell or gcloud would read as more than a name gives no command', () => {
  const disk = (name: string): object => ({
    name,
    selfLink: `https://www.googleapis.com/compute/v1/projects/w255-spring27-c1/zones/us-west1-a/disks/${name}`,
  });
  const { leftovers } = judged([disk('--flags-file=x'), disk('x; rm -rf ~'), disk('a\u202Eb')]);
  expect(leftovers.map(({ remove }) => remove)).toEqual([
    undefined,
    undefined,
    `gcloud compute disks delete 'x; rm -rf ~' --zone=us-west1-a ${P}`,
  ]);
  expect(JSON.stringify(leftovers)).not.toContain('\u202E');
});

test('One thing in two files is one thing, and what either says of it is known', () => {
  const full = '//compute.googleapis.com/projects/w255-spring27-c1/zones/us-west1-a/disks/d';
  const link = `https://www.googleapis.com/compute/v1/${full.split('.com/')[1]!}`;
  const entries = [
    { name: full, assetType: 'compute.googleapis.com/Disk', labels: { 'practicum-tenant': 'amara-okafor' } },
    { name: 'd', selfLink: link, sizeGb: '500', type: 'x/pd-balanced' },
  ];
  const one = judged(entries);
  expect(one.leftovers.map((each) => brief(each).slice(0, 3))).toEqual([['disk', 'amara-okafor', '1.64']]);
  expect(judged([...entries].reverse())).toEqual(one);
});

test('What the simulated cloud writes is read as what it is', () => {
  const full =
    '//compute.googleapis.com/projects/w255-spring27-c1/zones/us-west1-a/disks/pvc-amara-okafor-data-1';
  const { leftovers } = judged(
    assetInventory([
      {
        name: full,
        type: 'compute.googleapis.com/Disk',
        project: 'w255-spring27-c1',
        data: {
          name: 'pvc-amara-okafor-data-1',
          why: 'PersistentVolumeClaim "data" in namespace "amara-okafor"',
        },
        madeBy: 'google',
        created: 0,
      },
    ]),
  );
  expect(leftovers.map((each) => [...brief(each).slice(0, 2), each.why.split(';')[0]])).toEqual([
    ['disk', 'amara-okafor', 'GKE made it for PersistentVolumeClaim amara-okafor/data'],
  ]);
});

test('A cohort whose id begins like ours keeps its projects and buckets to itself', () => {
  const { leftovers, strangers } = judged([
    { projectId: 'w255-spring27b-c1', lifecycleState: 'ACTIVE' },
    { projectId: 'w255-c1', lifecycleState: 'ACTIVE' },
    { name: 'w255-spring27b-amara-okafor-data', storage_url: 'gs://x' },
  ]);
  expect(leftovers).toEqual([]);
  expect(strangers).toEqual({ bucket: 1, project: 2 });
});
