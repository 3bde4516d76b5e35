import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { addressOf, exampleOutputs, findings, objectName } from './example-output';
import { at, list } from './rule';
import type { Resource } from './terraform-output';

/** Who is let in, over the whole output. */
export function accessTests(): void {
  const outputs = exampleOutputs();

  const isBinding = ({ type }: Resource): boolean => type.endsWith('_iam_binding');
  const isRegistry = ({ type }: Resource): boolean => type.startsWith('google_artifact_registry_');

  const studentsOf = ({ shards }: CohortPlan): ReadonlySet<string> =>
    new Set(
      shards.flatMap(({ tenants }) => tenants.flatMap(({ members }) => members)).map((m) => `user:${m}`),
    );

  const names = (resource: Resource, people: ReadonlySet<string>): boolean =>
    list(resource.block, 'members').some((member) => people.has(String(member)));

  test('A binding that names a student ends with the term, but for registries, where Google ignores an end', () => {
    const found = findings(outputs, ({ resources, plan }) => {
      const end = `request.time < timestamp("${plan.term.accessEnds}")`;
      return resources
        .filter((resource) => isBinding(resource) && names(resource, studentsOf(plan)))
        .filter((resource) => (at(resource.block, 'condition.expression') === end) === isRegistry(resource))
        .map(addressOf);
    });
    expect(found).toEqual([]);
  });

  test('Each student is named in a binding that ends', () => {
    const found = findings(outputs, ({ resources, plan }) => {
      const ending = resources.filter(({ block }) => block['condition'] !== undefined);
      return [...studentsOf(plan)].filter(
        (student) => !ending.some((each) => names(each, new Set([student]))),
      );
    });
    expect(found).toEqual([]);
  });

  test('A policy has one binding for each role and end', () => {
    const twice = findings(outputs, ({ resources }) => {
      const seen = new Set<string>();
      return resources.filter(isBinding).flatMap((resource) => {
        const { block, stack, type } = resource;
        const of = block['project'] ?? block['bucket'];
        const key = JSON.stringify([stack, type, of, block['repository'], block['role'], block['condition']]);
        if (seen.has(key)) return [addressOf(resource)];
        seen.add(key);
        return [];
      });
    });
    expect(twice).toEqual([]);
  });

  test('The policy of a project stands in the stack that makes the project', () => {
    const found = findings(outputs, ({ resources }) =>
      resources
        .filter(({ type }) => type === 'google_project_iam_binding')
        .filter(
          ({ block, stack }) =>
            !resources.some(
              ({ type, address, stack: other }) =>
                type === 'google_project' &&
                other === stack &&
                block['project'] === `\${google_project.${address}.project_id}`,
            ),
        )
        .map(addressOf),
    );
    expect(found).toEqual([]);
  });

  test('Roles are these and no others', () => {
    const roles = outputs.flatMap(({ resources }) =>
      resources.filter(isBinding).map(({ block }) => block['role']),
    );
    expect([...new Set(roles)].sort()).toEqual([
      'roles/artifactregistry.reader',
      'roles/artifactregistry.writer',
      'roles/browser',
      'roles/container.clusterViewer',
      'roles/container.defaultNodeServiceAccount',
      'roles/logging.viewer',
      'roles/monitoring.viewer',
      'roles/serviceusage.serviceUsageConsumer',
      'roles/storage.objectAdmin',
      'roles/storage.objectUser',
      'roles/storage.objectViewer',
    ]);
  });

  test('What a student may on Google Cloud is in the student’s own places, and to find the cluster', () => {
    const found = findings(outputs, ({ resources, plan }) => {
      const tenants = plan.shards.flatMap((shard) => shard.tenants);
      const placesOf = (user: string): readonly string[] =>
        tenants
          .filter(({ members }) => members.some((m) => `user:${m}` === user))
          .map(({ handle }) => handle);
      return [...studentsOf(plan)].flatMap((student) =>
        resources
          .filter((resource) => isBinding(resource) && names(resource, new Set([student])))
          .filter(({ path }) => !placesOf(student).includes(path.split('/')[1]!))
          .filter(
            ({ path, block }) =>
              !/^cell-\d+\//.test(path) || block['role'] !== 'roles/container.clusterViewer',
          )
          .map(addressOf),
      );
    });
    expect(found).toEqual([]);
  });

  test('Every object of a place is in the tenant’s namespace', () => {
    const found = findings(outputs, ({ objects, plan }) =>
      plan.shards.flatMap(({ tenants }) =>
        tenants.flatMap(({ handle, namespace }) => {
          const own = objects.filter(({ file }) => file.endsWith(`/${handle}.k8s.yaml`));
          if (own.length === 0) return [`${handle} has no objects`];
          return own
            .filter(({ kind, metadata }) =>
              kind === 'Namespace'
                ? metadata.name !== namespace || metadata.namespace !== undefined
                : metadata.namespace !== namespace,
            )
            .map(objectName);
        }),
      ),
    );
    expect(found).toEqual([]);
  });

  test('What a cluster’s tenants share is the cluster’s or in the system’s namespace', () => {
    const found = findings(outputs, ({ objects }) =>
      objects
        .filter(({ file }) => file.endsWith('services.k8s.yaml'))
        .filter(({ kind, metadata }) => {
          const clusterWide = /^(ClusterRole|PriorityClass|ValidatingAdmissionPolicy(Binding)?)$/.test(kind);
          return metadata.namespace !== (clusterWide ? undefined : 'practicum-system');
        })
        .map(objectName),
    );
    expect(found).toEqual([]);
  });

  test('Nobody is bound to a place but its members and the staff', () => {
    const found = findings(outputs, ({ objects, plan }) => {
      const staff = [...plan.staff.instructors, ...plan.staff.tas].map(String);
      return plan.shards.flatMap(({ tenants }) =>
        tenants.flatMap(({ namespace, members }) =>
          objects
            .filter(({ kind, metadata }) => kind === 'RoleBinding' && metadata.namespace === namespace)
            .flatMap((binding) =>
              (binding['subjects'] as { name: string }[])
                .filter(({ name }) => ![...staff, ...members.map(String)].includes(name))
                .map(({ name }) => `${objectName(binding)} ${name}`),
            ),
        ),
      );
    });
    expect(found).toEqual([]);
  });
}
