import { drop, inResource, plusResource, put } from '../changes';
import { weakening } from '../weakening';

const ADA = 'shard-1-01/ada/Cloud/Service';
const PIA = 'shard-1-01/pia/Own/Cloud/Service';
const BO = 'user:bo@example.edu';

/** Ways in which a service on Cloud Run could do more than run one tenant's images for that tenant. */
export const SERVICE_WEAKENINGS = [
  weakening(
    "a student deploys to another's service",
    inResource(`${ADA}/Developers`, put('members > 9', BO)),
    'iam',
    'A student holds roles/run.developer on the service of a tenant',
  ),
  weakening(
    "a student acts as another's account",
    inResource(`${ADA}/ActAs`, put('members > 9', BO)),
    'iam',
    'A student holds roles/iam.serviceAccountUser on the account of a tenant',
  ),
  weakening(
    'deploys have no end',
    inResource(`${ADA}/ActAs`, drop('condition')),
    'iam',
    'A student holds roles/iam.serviceAccountUser on their own account, without an end',
  ),
  weakening(
    'everyone may call a service',
    inResource(`${ADA}/Callers`, put('members > 9', 'allUsers')),
    'iam',
    'Everyone on the internet holds roles/run.invoker on the service of a tenant',
  ),
  weakening(
    'nobody asks who calls a service',
    inResource(`${ADA}/Resource`, put('invoker_iam_disabled', true)),
    'iam',
    'A service answers whoever asks',
  ),
  weakening(
    'the guard on callers is not written out',
    inResource(`${ADA}/Resource`, drop('invoker_iam_disabled')),
    'iam',
    'A service answers whoever asks',
  ),
  weakening(
    'a service runs as the nodes',
    inResource(
      `${ADA}/Resource`,
      put('template > service_account', 'lab-nodes@mlops-fall27-c1.iam.gserviceaccount.com'),
    ),
    'iam',
    'A service runs as another account than its own',
  ),
  weakening(
    'a service is put into a network',
    inResource(
      `${PIA}/Resource`,
      put('template > vpc_access', { network_interfaces: [{ network: 'labs' }] }),
    ),
    'iam',
    'A service reaches into a network',
  ),
  weakening(
    "a service is nobody's",
    plusResource('shard-1-01', 'google_cloud_run_v2_service', {
      project: 'mlops-fall27-c1-run',
      location: 'us-west1',
      name: 'extra',
      template: {},
    }),
    'iam',
    "A service is nobody's",
  ),
  weakening(
    'networks can be where tenants share a project for services',
    plusResource('cell-1', 'google_project_service', {
      project: 'mlops-fall27-c1-run',
      service: 'compute.googleapis.com',
    }),
    'iam',
    'Services of tenants stand where networks can be',
  ),
  weakening(
    'a student deploys any service of the shared project',
    plusResource('cell-1', 'google_project_iam_binding', {
      project: 'mlops-fall27-c1-run',
      role: 'roles/run.developer',
      members: [BO],
    }),
    'iam',
    'A student holds roles/run.developer on the project of services that tenants share',
  ),
  weakening(
    "a service uses another tenant's bucket",
    inResource(
      'shard-1-01/bo/Cloud/Data/Users',
      put('members > 9', 'serviceAccount:serverless-ada@mlops-fall27-c1-run.iam.gserviceaccount.com'),
    ),
    'iam',
    'A service holds roles/storage.objectUser on the bucket of a tenant',
  ),
];
