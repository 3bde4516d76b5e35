import type { Json, JsonMap } from '../../../src/prover/json-value';
import { listAt, textAt } from '../../../src/prover/json-value';
import { edited, extended, stripped } from './edits';
import type { Stranger, Weakening } from './weakening';
import { leftOut } from './weakening';

const RBAC = 'rbac.authorization.k8s.io';

const rule = (group: string, resource: string, ...verbs: readonly string[]): JsonMap => ({
  apiGroups: [group],
  resources: [resource],
  verbs,
});

/** Rights that nobody in a place may have. */
const TOO_MUCH: readonly JsonMap[] = [
  rule('*', '*', '*'),
  rule('', 'resourcequotas', 'update'),
  rule('', 'limitranges', 'delete'),
  rule('', 'namespaces', 'patch'),
  rule('', 'serviceaccounts/token', 'create'),
  rule('', 'pods/proxy', 'get'),
  rule('', 'services/proxy', 'create'),
  rule('', 'endpoints', 'update'),
  rule('', 'users', 'impersonate'),
  rule('', 'serviceaccounts', 'impersonate'),
  rule('', 'pods/binding', 'create'),
  rule('', 'nodes', 'list'),
  rule('', 'nodes/proxy', 'get'),
  rule('', 'persistentvolumes', 'create'),
  rule('', 'secrets', 'deletecollection'),
  rule('apps', 'daemonsets', 'create'),
  rule('networking.k8s.io', 'networkpolicies', 'create'),
  rule('discovery.k8s.io', 'endpointslices', 'patch'),
  rule('gateway.networking.k8s.io', 'gateways', 'create'),
  rule('gateway.networking.k8s.io', 'referencegrants', 'create'),
  rule('networking.istio.io', 'gateways', 'create'),
  rule('networking.istio.io', 'envoyfilters', 'create'),
  rule('networking.istio.io', 'serviceentries', 'create'),
  rule('cert-manager.io', 'issuers', 'create'),
  rule('admissionregistration.k8s.io', 'validatingadmissionpolicies', 'delete'),
  rule('admissionregistration.k8s.io', 'validatingwebhookconfigurations', 'create'),
  rule('apiextensions.k8s.io', 'customresourcedefinitions', 'create'),
  rule('apiregistration.k8s.io', 'apiservices', 'create'),
  rule('certificates.k8s.io', 'certificatesigningrequests', 'create'),
  rule('coordination.k8s.io', 'leases', 'update'),
  rule('scheduling.k8s.io', 'priorityclasses', 'create'),
  rule('storage.k8s.io', 'storageclasses', 'create'),
  rule('events.k8s.io', 'events', 'create'),
  rule(RBAC, 'roles', 'create'),
  rule(RBAC, 'roles', 'escalate'),
  rule(RBAC, 'rolebindings', 'create'),
  rule(RBAC, 'clusterroles', 'bind'),
];

/** Rights that an assistant without secrets may not have. */
const PAST_SECRETS: readonly JsonMap[] = [
  rule('', 'secrets', 'get'),
  rule('', 'secrets', 'list'),
  rule('', 'pods/exec', 'create'),
  rule('', 'pods/attach', 'get'),
  rule('', 'pods/ephemeralcontainers', 'patch'),
];

/** What a workflow may not have beside: it would copy it out of the fence. */
const OUT_OF_THE_FENCE: readonly JsonMap[] = [
  ...PAST_SECRETS,
  rule('', 'pods/log', 'get'),
  rule('', 'pods/portforward', 'create'),
  rule('', 'pods', 'create'),
  rule('', 'persistentvolumeclaims', 'delete'),
];

/** Programs that look at the whole cluster hold some of it already. */
const holds = (held: Json, right: JsonMap): boolean =>
  listAt(held, 'resourceNames').length === 0 &&
  ['apiGroups', 'resources', 'verbs'].every((field) =>
    listAt(right, field).every((each) => listAt(held, field).includes(each)),
  );

/** What else these roles may not have. */
const BESIDE: Readonly<Record<string, readonly JsonMap[]>> = {
  'practicum-ta': PAST_SECRETS,
  'practicum-deployer': OUT_OF_THE_FENCE,
};

const words = ({ apiGroups, resources, verbs }: JsonMap): string =>
  `${String(verbs)} on ${String(resources)}${String(apiGroups) === '' ? '' : ` of ${String(apiGroups)}`}`;

/** A role with a right more, or with a wildcard where there was a list. */
export function weakenRole(object: JsonMap): readonly Weakening[] {
  const beside = BESIDE[textAt(object, 'metadata', 'name') ?? ''] ?? [];
  const rules = listAt(object, 'rules');
  const rights = [...TOO_MUCH, ...beside].filter((right) => !rules.some((each) => holds(each, right)));
  return [
    ...rights.map((right) => ({
      what: `may ${words(right)} too`,
      object: extended(object, ['rules'], right),
    })),
    ...(['verbs', 'resources', 'apiGroups'] as const).flatMap((field) =>
      rules.map((each, index) => ({
        what: `every one of ${field} in the rule on ${String(listAt(each, 'resources'))}`,
        object: edited(object, ['rules', index, field], ['*']),
      })),
    ),
    ...rules.flatMap((each, index) =>
      listAt(each, 'resourceNames').length === 0
        ? []
        : [
            {
              what: `whatever they are called, in the rule on ${String(listAt(each, 'resources'))}`,
              object: stripped(object, ['rules', index, 'resourceNames']),
            },
          ],
    ),
    {
      what: 'takes in other roles by their labels',
      object: edited(object, ['aggregationRule'], {
        clusterRoleSelectors: [{ matchLabels: { all: 'true' } }],
      }),
    },
  ];
}

/** A binding for somebody else too, or for a role that may more. */
export function weakenBinding(object: JsonMap, { email, namespace }: Stranger): readonly Weakening[] {
  const subject = (kind: string, name: string, more: JsonMap = { apiGroup: RBAC }): JsonMap => ({
    kind,
    name,
    ...more,
  });
  const strangers: readonly (readonly [string, Json])[] = [
    ['another student', subject('User', email)],
    ['everyone with an account', subject('Group', 'system:authenticated')],
    ['everyone', subject('Group', 'system:unauthenticated')],
    ['every service account', subject('Group', 'system:serviceaccounts')],
    ["every service account of another's place", subject('Group', `system:serviceaccounts:${namespace}`)],
    ["a service account of another's place", subject('ServiceAccount', 'lab', { namespace })],
    ['a group that nobody knows', subject('Group', 'class@example.edu')],
  ];
  const hasLess = ['practicum-ta', 'practicum-deployer'].includes(textAt(object, 'roleRef', 'name') ?? '');
  return [
    ...strangers.map(([who, more]) => ({
      what: `for ${who} too`,
      object: extended(object, ['subjects'], more),
    })),
    ...['cluster-admin', 'admin', 'edit'].map((role) => ({
      what: `to the role ${role}`,
      object: edited(object, ['roleRef', 'name'], role),
    })),
    ...(hasLess
      ? [{ what: "to the student's role", object: edited(object, ['roleRef', 'name'], 'practicum-student') }]
      : []),
    {
      what: 'across the cluster',
      object: edited(edited(object, ['kind'], 'ClusterRoleBinding'), ['metadata'], {
        name: `${namespace}-everywhere`,
      }),
    },
  ];
}

/** An account whose token every pod gets. */
export const weakenAccount = (object: JsonMap): readonly Weakening[] => [
  { what: 'with its token in every pod', object: edited(object, ['automountServiceAccountToken'], true) },
];

/** A priority that pushes others out. */
export const weakenPriority = (object: JsonMap): readonly Weakening[] => [
  { what: 'above other pods', object: edited(object, ['value'], 1000) },
  { what: 'for all pods that name none', object: edited(object, ['globalDefault'], true) },
];

/** A binding in the whole cluster for a tenant's pods or for everyone, or to a role that may more. */
export function weakenClusterBinding(object: JsonMap, { namespace }: Stranger): readonly Weakening[] {
  const subjects: readonly (readonly [string, JsonMap])[] = [
    ['pods of a tenant', { kind: 'ServiceAccount', name: 'grafana', namespace }],
    ['everyone with an account', { kind: 'Group', name: 'system:authenticated', apiGroup: RBAC }],
    ['every service account', { kind: 'Group', name: 'system:serviceaccounts', apiGroup: RBAC }],
    ['another program', { kind: 'ServiceAccount', name: 'dashboards', namespace: 'practicum-monitoring' }],
  ];
  return [
    leftOut,
    ...subjects.map(([who, more]) => ({
      what: `for ${who} too`,
      object: extended(object, ['subjects'], more),
    })),
    ...['cluster-admin', 'view', 'practicum-student'].map((role) => ({
      what: `to the role ${role}`,
      object: edited(object, ['roleRef', 'name'], role),
    })),
  ];
}
