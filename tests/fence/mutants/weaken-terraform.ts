import type { JsonMap } from '../../../src/prover/json-value';
import { at, listAt } from '../../../src/prover/json-value';
import { edited, extended, stripped } from './edits';
import type { Stranger, Weakening } from './weakening';

/** Fields of a resource that fence, with what opens them. */
const OPENED: Readonly<
  Record<
    string,
    readonly (readonly [path: readonly string[], value: string | boolean | JsonMap | readonly JsonMap[]])[]
  >
> = {
  google_storage_bucket: [
    [['uniform_bucket_level_access'], false],
    [['public_access_prevention'], 'inherited'],
  ],
  google_container_cluster: [
    [['enable_legacy_abac'], true],
    [['datapath_provider'], 'LEGACY_DATAPATH'],
    [['control_plane_endpoints_config', 'ip_endpoints_config', 'enabled'], true],
    [['rbac_binding_config', 'enable_insecure_binding_system_authenticated'], true],
    [['rbac_binding_config', 'enable_insecure_binding_system_unauthenticated'], true],
    [['anonymous_authentication_config', 'mode'], 'ENABLED'],
    [['private_cluster_config', 'enable_private_nodes'], false],
    [['workload_identity_config'], {}],
    [['master_auth', 'client_certificate_config', 'issue_client_certificate'], true],
  ],
  google_container_node_pool: [
    [['node_config', 'workload_metadata_config', 'mode'], 'GCE_METADATA'],
    [['node_config', 'metadata', 'disable-legacy-endpoints'], 'false'],
    [['node_config', 'kubelet_config', 'insecure_kubelet_readonly_port_enabled'], 'TRUE'],
    [['network_config', 'enable_private_nodes'], false],
  ],
  google_compute_router_nat: [],
  google_project: [[['auto_create_network'], true]],
  google_iam_workload_identity_pool_provider: [
    [['attribute_condition'], 'true'],
    [['attribute_mapping', 'google.subject'], 'assertion.workflow'],
    [['oidc', 'issuer_uri'], 'https://issuer.example.com'],
  ],
};

/** A resource that lets in more than it did. */
export function weakenResource(
  type: string,
  body: JsonMap,
  { email, namespace }: Stranger,
): readonly Weakening[] {
  const opened = (OPENED[type] ?? [])
    .filter(([path]) => at(body, path[0]!) !== undefined)
    .map(([path, value]) => ({
      what: `with ${path.join('.')}: ${JSON.stringify(value)}`,
      object: edited(body, path, value),
    }));
  const isGrant = /_iam_(binding|member|policy)$/.test(type);
  return isGrant ? [...opened, ...weakenGrant(type, body, email, namespace)] : opened;
}

const WIDER: Readonly<Record<string, string>> = {
  project: 'roles/editor',
  repository: 'roles/artifactregistry.admin',
  bucket: 'roles/storage.admin',
};

function weakenGrant(type: string, body: JsonMap, email: string, namespace: string): readonly Weakening[] {
  const kind = type.includes('repository') ? 'repository' : type.includes('bucket') ? 'bucket' : 'project';
  const members = listAt(body, 'members').map(String);
  const ofPods = members.findIndex((member) => /^principal:.*\/subject\/ns\//.test(member));
  const ofWorkflows = members.findIndex((member) => /^principal:.*\/subject\/repo:/.test(member));
  const strangers: readonly (readonly [string, string])[] = [
    ['another student', `user:${email}`],
    ['everyone', 'allUsers'],
    ['everyone with an account', 'allAuthenticatedUsers'],
    ['a domain', 'domain:example.edu'],
    ['a group', 'group:class@example.edu'],
    ['somebody unknown', 'user:nobody.known@example.edu'],
  ];
  return [
    ...strangers
      // Students of a shared project may connect to its cluster: one more who is on the list is none.
      .filter(([, member]) => !members.includes(member))
      .map(([who, member]) => ({ what: `for ${who} too`, object: extended(body, ['members'], member) })),
    { what: `as ${WIDER[kind]}`, object: edited(body, ['role'], WIDER[kind]!) },
    ...(at(body, 'condition') === undefined
      ? []
      : [
          { what: 'without its end', object: stripped(body, ['condition']) },
          {
            what: 'with an end ten years later',
            object: edited(
              body,
              ['condition', 'expression'],
              'request.time < timestamp("2037-05-15T07:00:00Z")',
            ),
          },
        ]),
    ...(ofPods === -1
      ? []
      : [
          {
            what: "for pods of another tenant's place",
            object: edited(
              body,
              ['members', ofPods],
              members[ofPods]!.replace(/\/ns\/[^/]+/, `/ns/${namespace}`),
            ),
          },
          {
            what: 'for pods of every place',
            object: edited(
              body,
              ['members', ofPods],
              members[ofPods]!.replace(/^principal:/, 'principalSet:').replace(/\/subject\/.*/, '/*'),
            ),
          },
        ]),
    ...(ofWorkflows === -1 ? [] : weakenWorkflows(body, ofWorkflows, members[ofWorkflows]!)),
  ];
}

/** Workflows of another repository, of another branch, of all. */
const weakenWorkflows = (body: JsonMap, index: number, member: string): readonly Weakening[] =>
  (
    [
      ['of another repository', member.replace(/\/lab-[^:]+:/, '/lab-other:')],
      ['of another branch', member.replace(/refs\/heads\/.*/, 'refs/heads/dev')],
      ['of pull requests', member.replace(/:ref:.*/, ':pull_request')],
      ['of everybody', member.replace(/^principal:/, 'principalSet:').replace(/\/subject\/.*/, '/*')],
    ] as const
  ).map(([whose, other]) => ({
    what: `for workflows ${whose}`,
    object: edited(body, ['members', index], other),
  }));
