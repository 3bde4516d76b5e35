import { judged } from './judged';

const policy = (resource: string, ...members: readonly string[]): object => ({
  resource,
  assetType: 'x/Y',
  policy: { bindings: [{ role: 'roles/viewer', members }] },
});

const ACCOUNT = 'serviceAccount:lab-nodes@w255-spring27-c1.iam.gserviceaccount.com';
const grantsIn = (...entries: readonly object[]): readonly string[] =>
  judged(entries)
    .leftovers.filter(({ type }) => type === 'grant')
    .map(({ remove, why }) => remove ?? why);

test('A grant in the cohort’s own project goes with it and is none elsewhere', () =>
  expect(
    grantsIn(policy('//cloudresourcemanager.googleapis.com/projects/w255-spring27-c1', ACCOUNT)),
  ).toEqual([]));

test('A grant on the state bucket is kept with it', () =>
  expect(grantsIn(policy('//storage.googleapis.com/example-w255-spring27-state', ACCOUNT))).toEqual([]));

test.each([
  ['//cloudresourcemanager.googleapis.com/folders/12', 'gcloud resource-manager folders remove-iam-policy-binding 12'],
  ['//cloudresourcemanager.googleapis.com/organizations/12', 'gcloud organizations remove-iam-policy-binding 12'],
  ['//storage.googleapis.com/data', 'gcloud storage buckets remove-iam-policy-binding gs://data'],
  [
    '//artifactregistry.googleapis.com/projects/p/locations/l/repositories/r',
    'gcloud artifacts repositories remove-iam-policy-binding r --location=l --project=p',
  ],
  [
    '//run.googleapis.com/projects/p/locations/l/services/s',
    'gcloud run services remove-iam-policy-binding s --region=l --project=p',
  ],
])('A grant on %s is taken away with its service’s command', (resource, command) =>
  expect(grantsIn(policy(resource, ACCOUNT))[0]).toContain(command),
); // prettier-ignore

test('A policy that does not say whose it is leaves the project to fill in', () => {
  const [command] = grantsIn({
    etag: 'BwYq',
    version: 1,
    bindings: [{ role: 'roles/viewer', members: [ACCOUNT] }],
  });
  expect(command).toBe(
    `gcloud projects remove-iam-policy-binding PROJECT --member=${ACCOUNT} --role=roles/viewer --all`,
  );
});

test.each([
  'user:ines.duarte@example.edu',
  'serviceAccount:a@w255-fall26-c1.iam.gserviceaccount.com',
  'serviceAccount:a@evil.example.edu',
  'allUsers',
  'serviceAccount:x@w255-spring27-c1.iam.gserviceaccount.com.example.edu',
])('The member %s is not the cohort’s', (member) =>
  expect(grantsIn(policy('//cloudresourcemanager.googleapis.com/projects/p', member))).toEqual([]),
);
