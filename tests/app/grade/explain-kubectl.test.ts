import { explainKubectl } from '../../../src/app/grade/explain-kubectl';

test.each([
  [
    'error: context "gke_lab_us-west1_lab" does not exist',
    'kubectl knows no context gke_lab_us-west1_lab: make it with "gcloud container clusters get-credentials", or give --context or --outputs',
  ],
  ['error: You must be logged in to the server (Unauthorized)', 'nobody is logged in: "gcloud auth login"'],
  [
    'Unable to connect to the server: getting credentials: exec: executable gke-gcloud-auth-plugin not found',
    'gke-gcloud-auth-plugin is missing: "gcloud components install gke-gcloud-auth-plugin"',
  ],
  [
    'Error from server (NotFound): namespaces "ada" not found',
    'there is no namespace ada: the place is not deployed',
  ],
  [
    'Error from server (Forbidden): jobs.batch is forbidden: User "lin@example.edu" cannot list resource "jobs" in API group "batch" in the namespace "ada"',
    'whoever is logged in may not do this: cannot list resource "jobs" in API group "batch" in the namespace "ada"',
  ],
  [
    'Error from server (Forbidden): error when creating "x.yaml": jobs.batch "grade-lab5" is forbidden: exceeded quota: tenant, requested: count/jobs.batch=1, used: 50, limited: 50',
    "the place's quota has no room for the load: tenant, requested: count/jobs.batch=1, used: 50, limited: 50",
  ],
  ['Unable to connect to the server: dial tcp: lookup x: no such host', 'the cluster cannot be reached'],
  ['Warning: x\nerror: something else', 'kubectl says: something else'],
  ['error: no rights for ines.duarte@example.edu here', 'kubectl says: no rights for … here'],
  ['', 'kubectl failed and says nothing'],
])('%j is told as a person would', (output, told) => expect(explainKubectl(output)).toBe(told));
