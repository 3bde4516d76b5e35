import { brief, judged, judgedFixture } from './judged';

const P = '--project=w255-spring27-c1';

test('A disk of a claim is its namespace’s, with its size’s price; a regional one stands twice', () => {
  const { leftovers, dollarsADay } = judgedFixture('disks.json');
  expect(leftovers.map(brief)).toEqual([
    ['disk', 'c1', '0.22', `gcloud compute disks delete pvc-1c6d1c1e-2222-4c5e-9d1f-0a0b0c0d0e0f --region=us-west1 ${P}`],
    ['disk', 'amara-okafor', '0.03', `gcloud compute disks delete pvc-0b6d1c1e-1111-4c5e-9d1f-0a0b0c0d0e0f --zone=us-west1-a ${P}`],
    ['disk', 'c1', '0.13', `gcloud compute disks delete gke-w255-spring27-c1-lab-1d62e3f4-x7k2 --zone=us-west1-b ${P}`],
  ]); // prettier-ignore
  expect(leftovers[1]!.why).toBe(
    'GKE made it for PersistentVolumeClaim amara-okafor/data-redis-0; deleting a cluster does not delete the disks of its claims',
  );
  expect(dollarsADay).toEqual({ known: '0.39', ofUnknownPrice: 0 });
});

test('Load balancers of a Gateway and of a Service come apart in the order in which deletes succeed', () => {
  const { leftovers } = judgedFixture('load-balancers.json');
  expect(leftovers.map(({ type, whose }) => [type, whose.tenant ?? whose.cell])).toEqual([
    ['forwarding rule', 'c1'],
    ['forwarding rule', 'ali-hassan'],
    ['target proxy', 'c1'],
    ['target pool', 'ali-hassan'],
    ['URL map', 'c1'],
    ['backend service', 'amara-okafor'],
    ['network endpoint group', 'amara-okafor'],
    ['health check', 'c1'],
    ['health check', 'ali-hassan'],
  ]);
  expect(leftovers.map(({ remove }) => remove!.split(' ').slice(2, 4).join(' '))).toEqual([
    'forwarding-rules delete',
    'forwarding-rules delete',
    'target-https-proxies delete',
    'target-pools delete',
    'url-maps delete',
    'backend-services delete',
    'network-endpoint-groups delete',
    'health-checks delete',
    'http-health-checks delete',
  ]);
  expect(leftovers[0]!.dollarsADay).toBe('0.60');
});

test('Firewall rules that a cluster left are named with the object that they were for', () => {
  const { leftovers } = judgedFixture('firewall-rules.json');
  expect(leftovers.map(({ name, whose, why }) => [name.slice(0, 8), whose.tenant, why.split(';')[0]])).toEqual([
    ['gke-w255', undefined, 'GKE made it for the nodes of a cluster'],
    ['gkegw1-l', undefined, 'GKE made it for a Gateway'],
    ['k8s-fw-a', 'ali-hassan', 'GKE made it for Service ali-hassan/mlflow'],
  ]); // prettier-ignore
});

test('A reserved address costs while nothing listens on it, and only then', () => {
  const { leftovers } = judgedFixture('addresses.json');
  expect(leftovers.map(({ name, dollarsADay }) => [name, dollarsADay])).toEqual([
    ['labs-gateway', '0.00'],
    ['inside', '0.00'],
    ['mlflow', '0.24'],
  ]);
});

test('A snapshot costs what it stores, not what its disk had', () => {
  expect(judgedFixture('snapshots.json').leftovers.map(({ dollarsADay }) => dollarsADay)).toEqual(['0.0043']);
});

test('A budget is found by its name; those of other cohorts and of others are counted', () => {
  const { leftovers, strangers } = judgedFixture('budgets.json');
  expect(leftovers.map(brief)).toEqual([
    [
      'budget',
      'c1',
      '0.00',
      'gcloud billing budgets delete billingAccounts/0A1B2C-3D4E5F-6A7B8C/budgets/11111111-2222-3333-4444-555555555555',
    ],
  ]);
  expect(strangers).toEqual({ budget: 2 });
});

test('A notification channel is called what people call it, and shows no address', () => {
  const findings = judgedFixture('notification-channels.json');
  expect(findings.leftovers.map(({ name }) => name)).toEqual(['Instructor 844b623d']);
  expect(JSON.stringify(findings)).not.toContain('@example.edu');
});

test('Of projects: ours stands, one is deleted until a date, one is doubtful, others are strangers', () => {
  const { leftovers, kept, strangers } = judgedFixture('projects.json');
  expect(leftovers.map(brief)).toEqual([
    ['project', 'c1', '0.00', 'gcloud projects delete w255-spring27-c1'],
    ['project', 'unknown', '0.00', undefined],
  ]);
  expect(leftovers[1]!.note).toContain('find out whose it is first');
  expect(kept.map(({ name, until }) => [name, until])).toEqual([
    ['w255-spring27-c2', '2027-05-24T09:30:00Z'],
  ]);
  expect(strangers).toEqual({ project: 2 });
});

test('What is in a deleted project goes with it', () => {
  const { leftovers, kept } = judged([
    { projectId: 'w255-spring27-c1', projectNumber: '1', lifecycleState: 'DELETE_REQUESTED', name: 'x' },
    { name: '//compute.googleapis.com/projects/1/zones/us-west1-a/disks/pvc-1', assetType: 'compute.googleapis.com/Disk' },
  ]); // prettier-ignore
  expect(leftovers).toEqual([]);
  expect(kept.map(({ type, why }) => [type, why.split(' and ')[0]])).toEqual([
    ['project', 'it was deleted'],
    ['disk', 'its project was deleted'],
  ]);
});

test('The state bucket is kept on purpose, a deleted bucket until a date, a strange one is nobody’s here', () => {
  const { leftovers, kept, strangers } = judgedFixture('buckets.json');
  expect(leftovers.map(brief)).toEqual([
    ['bucket', 'amara-okafor', undefined, 'gcloud storage rm --recursive gs://w255-spring27-amara-okafor-data'],
    ['bucket', 'unknown', undefined, undefined],
  ]); // prettier-ignore
  expect(leftovers[0]!.priced).toBe('its size is not in the listing');
  expect(kept.map(({ name, until }) => [name, until])).toEqual([
    ['example-w255-spring27-state', undefined],
    ['w255-spring27-ali-hassan-data', '2027-05-01T10:00:00Z'],
  ]);
  expect(strangers).toEqual({ bucket: 1 });
});

test('A registry costs by its bytes where the listing says them', () => {
  const { leftovers } = judgedFixture('repositories.json');
  expect(leftovers.map((each) => brief(each).slice(1, 3))).toEqual([
    ['ali-hassan', undefined],
    ['amara-okafor', '0.03'],
  ]);
});

test('Workload identity pools, roles and log buckets that were deleted do not count', () => {
  const { leftovers, kept } = judgedFixture('soft-deleted.json');
  expect(leftovers).toEqual([]);
  expect(kept.map(({ type, until }) => [type, until])).toEqual([
    ['workload identity pool', '2027-05-24T09:00:00Z'],
    ['custom role', undefined],
    ['log bucket', undefined],
  ]);
});

test('A grant in another project is found by the project that its account is from, a person’s is not', () => {
  const { leftovers, strangers } = judgedFixture('iam-policies.ndjson');
  expect(leftovers.map(brief)).toEqual([
    ['grant', 'c1', '0.00', 'gcloud projects remove-iam-policy-binding example-labs-admin --member=serviceAccount:lab-nodes@w255-spring27-c1.iam.gserviceaccount.com --role=roles/artifactregistry.reader --all'],
    ['grant', 'amara-okafor', '0.00', 'gcloud projects remove-iam-policy-binding example-labs-admin --member=principal://iam.googleapis.com/projects/123456789/locations/global/workloadIdentityPools/w255-spring27-c1.svc.id.goog/subject/ns/amara-okafor/sa/lab --role=roles/bigquery.dataViewer --all'],
    ['grant', 'c1', '0.00', "gcloud projects remove-iam-policy-binding example-labs-admin '--member=deleted:serviceAccount:lab-nodes@w255-spring27-c1.iam.gserviceaccount.com?uid=123' --role=roles/viewer --all"],
  ]); // prettier-ignore
  expect(strangers).toEqual({ project: 1 });
});

test('A search finds sinks, certificate maps, log buckets, secrets by number, and what clusters left in other networks', () => {
  const { leftovers, strangers } = judgedFixture('search.ndjson');
  expect(leftovers.map(({ type, project }) => [type, project])).toEqual([
    ['firewall rule', 'example-vpc'],
    ['certificate map', 'w255-spring27-c1'],
    ['DNS record', 'example-dns'],
    ['secret', 'w255-spring27-c1'],
    ['log sink', 'w255-spring27-c1'],
    ['log bucket', 'w255-spring27-c1'],
    ['tpu.googleapis.com/Node', 'w255-spring27-c1'],
    ['project', undefined],
  ]);
  expect(leftovers.find(({ type }) => type === 'DNS record')).toMatchObject({
    note: 'If no other term uses the domain: gcloud dns record-sets delete w255.example.edu. --type=NS --zone=edu --project=example-dns',
  });
  expect(leftovers.find(({ type }) => type === 'DNS record')!.remove).toBeUndefined();
  expect(strangers).toEqual({ 'firewall rule': 1 });
});
