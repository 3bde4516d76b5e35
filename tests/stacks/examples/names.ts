import type { NameKind } from '../../../src/core/domain/name-limits';
import { NAME_LIMITS } from '../../../src/core/domain/name-limits';
import type { ExampleOutput } from './example-output';
import { exampleOutputs, findings } from './example-output';
import { at, isReference, list } from './rule';
import type { KubernetesObject } from './terraform-output';

/** Names, over the whole output. */
export function nameTests(): void {
  const outputs = exampleOutputs();

  /** Where in the output names of a kind stand: an attribute of a type of resource. */
  const ATTRIBUTES: readonly (readonly [NameKind, RegExp, string])[] = [
    ['project', /^google_project$/, 'project_id'],
    ['projectDisplay', /^google_project$/, 'name'],
    ['network', /^google_compute_(network|subnetwork|router|router_nat)$/, 'name'],
    ['secondaryRange', /^google_compute_subnetwork$/, 'secondary_ip_range.0.range_name'],
    ['secondaryRange', /^google_compute_subnetwork$/, 'secondary_ip_range.1.range_name'],
    ['firewall', /^google_compute_firewall$/, 'name'],
    ['address', /^google_compute_global_address$/, 'name'],
    ['cluster', /^google_container_cluster$/, 'name'],
    ['nodePool', /^google_container_node_pool$/, 'name'],
    ['serviceAccount', /^google_service_account$/, 'account_id'],
    ['repository', /^google_artifact_registry_repository$/, 'repository_id'],
    ['bucket', /^google_storage_bucket$/, 'name'],
    ['dnsZone', /^google_dns_managed_zone$/, 'name'],
    ['certificate', /^google_certificate_manager_\w+$/, 'name'],
    ['budgetDisplay', /^google_billing_budget$/, 'display_name'],
    ['conditionTitle', /_iam_binding$/, 'condition.title'],
    ['logMetric', /^google_logging_metric$/, 'name'],
    ['logBucket', /^google_logging_(project_sink|project_exclusion|log_view)$/, 'name'],
    ['logBucket', /^google_logging_log_view$/, 'bucket'],
    ['runService', /^google_cloud_run_v2_service$/, 'name'],
    ['machine', /^google_compute_instance$/, 'name'],
    ['customRole', /^google_project_iam_custom_role$/, 'role_id'],
    ['helmRelease', /^helm_release$/, 'name'],
    ['namespace', /^helm_release$/, 'namespace'],
    ['labelValue', /^google_/, 'labels.practicum-cohort'],
    ['labelValue', /^google_/, 'labels.practicum-tenant'],
  ];

  function namesIn({ resources, objects, stacks }: ExampleOutput): (readonly [NameKind, string])[] {
    const values = (kind: string, path: string) =>
      objects.filter((object) => object.kind === kind).map((object) => String(at(object, path)));
    return [
      ...ATTRIBUTES.flatMap(([kind, type, attribute]) =>
        resources
          .filter((resource) => type.test(resource.type))
          .map(({ block }) => at(block, attribute))
          .filter((value) => value !== undefined && !isReference(value))
          .map((value) => [kind, String(value)] as const),
      ),
      ...values('Namespace', 'metadata.name').map((name) => ['namespace', name] as const),
      ...values('ServiceAccount', 'metadata.name').map((name) => ['kubernetesServiceAccount', name] as const),
      ...objects
        .flatMap((object) => list(object, 'spec.hostnames'))
        .map((host) => ['host', String(host)] as const),
      ...stacks.map(({ stack }) => ['stack', stack] as const),
    ];
  }

  test('Every name is within the limits of its kind', () => {
    const found = findings(outputs, (output) =>
      namesIn(output).flatMap(([kind, name]) => {
        const { max, pattern, ...rest } = NAME_LIMITS[kind];
        const min = 'min' in rest ? rest.min : 1;
        const within = name.length >= min && name.length <= max && pattern.test(name);
        return within ? [] : [`${kind} ${name}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test('Names of every kind that has a limit are in the output', () => {
    const kinds = new Set(outputs.flatMap(namesIn).map(([kind]) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(NAME_LIMITS).sort());
  });

  /** What may stand only once in a cohort. */
  const UNIQUE: readonly (readonly [string, (output: ExampleOutput) => readonly unknown[]])[] = [
    ['project id', ({ resources }) => attribute(resources, 'google_project', 'project_id')],
    ['machine', ({ resources }) => attribute(resources, 'google_compute_instance', 'name')],
    ['service on Cloud Run', ({ resources }) => attribute(resources, 'google_cloud_run_v2_service', 'name')],
    ['bucket name', ({ resources }) => attribute(resources, 'google_storage_bucket', 'name')],
    [
      'registry id',
      ({ resources }) => attribute(resources, 'google_artifact_registry_repository', 'repository_id'),
    ],
    [
      'path of a host',
      ({ objects }) => hostnames(objects).map(({ host, route }) => `${host} ${pathsOf(route).join(' ')}`),
    ],
    [
      // A place has its host with all paths.
      'host’s namespace',
      ({ objects }) =>
        [...new Set(hostnames(objects).map(({ host, route }) => `${host} ${route.metadata.namespace}`))].map(
          (each) => each.split(' ')[0],
        ),
    ],
    [
      'namespace',
      ({ objects }) =>
        objects
          .filter(({ kind }) => kind === 'Namespace')
          // That of the monitoring is in every cluster.
          .map(({ file, metadata: { name } }) =>
            name === 'practicum-monitoring' ? `${file} ${name}` : name,
          ),
    ],
    [
      'place’s release',
      ({ resources }) =>
        attribute(resources, 'helm_release', 'name').filter((name) => name !== 'practicum-services'),
    ],
    [
      'record',
      ({ resources }) =>
        resources
          .filter(({ type, block }) => type === 'google_dns_record_set' && !isReference(block['name']))
          .map(({ block }) => `${String(block['type'])} ${String(block['name'])}`),
    ],
    ['budget', ({ resources }) => attribute(resources, 'google_billing_budget', 'display_name')],
  ];

  const hostnames = (objects: ExampleOutput['objects']) =>
    objects.flatMap((route) => list(route, 'spec.hostnames').map((host) => ({ host: String(host), route })));

  const pathsOf = (route: KubernetesObject): readonly unknown[] =>
    list(route, 'spec.rules').flatMap((rule) =>
      (list(rule, 'matches').length === 0 ? [{}] : list(rule, 'matches')).map(
        (each) => at(each, 'path.value') ?? '/',
      ),
    );

  const repeated = (values: readonly unknown[]): readonly string[] =>
    values.filter((value, index) => values.indexOf(value) !== index).map(String);

  const attribute = (resources: ExampleOutput['resources'], type: string, name: string): readonly unknown[] =>
    resources.filter((resource) => resource.type === type).map(({ block }) => block[name]);

  test.each(UNIQUE)('Each %s is there once in a cohort', (_, values) => {
    expect(outputs.flatMap(values).length).toBeGreaterThan(0);
    expect(findings(outputs, (output) => repeated(values(output)))).toEqual([]);
  });

  test('What the world shares is there once in all cohorts together', () => {
    const all = outputs.flatMap(({ resources }) => [
      ...attribute(resources, 'google_project', 'project_id'),
      ...attribute(resources, 'google_storage_bucket', 'name'),
    ]);
    expect(repeated(all)).toEqual([]);
  });

  test('An object is there once in its file', () => {
    const found = findings(outputs, ({ objects }) => {
      const keys = objects.map(({ file, kind, metadata }) =>
        [file, kind, metadata.namespace, metadata.name].join(' '),
      );
      return repeated(keys);
    });
    expect(found).toEqual([]);
  });
}
