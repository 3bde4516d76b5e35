import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import { policyRefusal } from './by-policy';
import { byRole, requestOf } from './by-role';
import { container, deployment } from './objects';

const POLICY = 'practicum-place-sleep';
const APPS = 'apps/v1';
const RBAC = 'rbac.authorization.k8s.io/v1';
const HOME = 'practicum-monitoring';

const student = byRole('student');
const sleeper = byRole('place-sleep');
const scaler = byRole('class-hours');

const beyondScale = (title: string, workload: string, because: string, body: Attributes): Attack => ({
  title,
  as: 'place-sleep',
  guard: POLICY,
  request: requestOf('PATCH', inPlace(PLACES.student, workload, APPS), body),
  refused: policyRefusal(POLICY, because),
});

const NO_POD = 'spec.template: sleeping changes no pod';
const template = (spec: Attributes): Attributes => ({ spec: { template: { spec } } });
const ZERO = { spec: { replicas: 0 } };

/** What whoever got hold of the accounts that scale by the clock would try, and what students try with their objects. */
// One line per attack.
// prettier-ignore
export const CLASS_HOURS: readonly Attack[] = [
  beyondScale('What puts places to sleep runs a program in one', 'deployments/api', NO_POD, template({ containers: [container({ command: ['env'] })] })),
  beyondScale('What puts places to sleep gives pods another account', 'deployments/api', NO_POD, template({ serviceAccountName: 'lab' })),
  beyondScale('What puts places to sleep changes labels', 'deployments/api', 'metadata.labels: sleeping changes none', { metadata: { labels: { app: 'else' } } }),
  beyondScale('What puts places to sleep writes another annotation', 'deployments/api', 'metadata.annotations: sleeping writes practicum.dev/asleep alone', { metadata: { annotations: { note: 'here' } } }),
  beyondScale('What puts places to sleep takes an annotation away', 'statefulsets/cache', 'metadata.annotations: sleeping takes away practicum.dev/asleep alone', { metadata: { annotations: { note: null } } }),
  sleeper('What puts places to sleep reads secrets', 'GET', inOwn('secrets')),
  sleeper('What puts places to sleep reads settings', 'GET', inOwn('configmaps/settings')),
  sleeper('What puts places to sleep looks at pods', 'GET', inOwn('pods')),
  sleeper('What puts places to sleep goes into a pod', 'POST', inOwn('pods/shell/exec?command=sh')),
  sleeper('What puts places to sleep starts a workload', 'POST', inOwn('deployments', APPS), deployment()),
  sleeper('What puts places to sleep deletes a workload', 'DELETE', inOwn('deployments/api', APPS)),
  sleeper('What puts places to sleep changes jobs', 'PATCH', inOwn('cronjobs/any', 'batch/v1'), ZERO),
  sleeper('What puts places to sleep looks at all workloads', 'GET', ofCluster('deployments', APPS)),
  sleeper('What puts places to sleep looks at programs of the staff', 'GET', inPlace(HOME, 'deployments', APPS)),
  sleeper('What puts places to sleep stops Prometheus', 'PATCH', inPlace(HOME, 'deployments/prometheus', APPS), ZERO),
  sleeper('What puts places to sleep stops what the cluster needs', 'PATCH', inPlace('kube-system', 'deployments/kube-dns', APPS), ZERO),
  sleeper('What puts places to sleep reads releases', 'GET', inPlace('practicum-system', 'secrets')),
  scaler('What scales placeholders stops Prometheus', 'PATCH', inPlace(HOME, 'deployments/prometheus/scale', APPS), ZERO),
  scaler('What scales placeholders changes what they run', 'PATCH', inPlace(HOME, 'deployments/placeholders', APPS), template({ containers: [container()] })),
  scaler('What scales placeholders scales in a place', 'PATCH', inOwn('deployments/api/scale', APPS), ZERO),
  scaler('What scales placeholders scales what is called like them in a place', 'PATCH', inOther('deployments/placeholders/scale', APPS), ZERO),
  scaler('What scales placeholders reads the password of the mail server', 'GET', inPlace(HOME, 'secrets/alertmanager-smtp')),
  scaler('What scales placeholders reads secrets of a place', 'GET', inOther('secrets')),
  student('A student takes the nodes of a class for longer', 'PATCH', inPlace(HOME, 'deployments/placeholders/scale', APPS), { spec: { replicas: 500 } }),
  student('A student moves the hours of a class', 'PATCH', inPlace(HOME, 'configmaps/class-hours'), { data: { hours: '' } }),
  student('A student reads which places sleep', 'GET', inPlace(HOME, 'configmaps/place-sleep')),
  student('A student keeps what puts places to sleep out', 'DELETE', inOwn('rolebindings/place-sleep', RBAC)),
  student('A student lets what puts places to sleep act for them', 'POST', `${inPlace(HOME, 'serviceaccounts')}/place-sleep/token`),
];
