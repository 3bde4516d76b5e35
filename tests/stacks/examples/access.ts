import { isDeepStrictEqual } from 'node:util';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { TOOLKIT_SECRETS, bindingOf } from './bindings';
import { addressOf, exampleOutputs, findings, objectName } from './example-output';
import { endsSooner } from './outside';
import { at, list } from './rule';
import type { KubernetesObject, Resource } from './terraform-output';
import { objects as partsOf } from './terraform-output';

/** Who is let in, over the whole output. */
export function accessTests(): void {
  const outputs = exampleOutputs();

  const isBinding = ({ type }: Resource): boolean => type.endsWith('_iam_binding');
  /** Whose policy takes no end: Artifact Registry ignores it, and the provider cannot read it back from Cloud Run. */
  const isEndless = ({ type }: Resource): boolean =>
    /^google_(artifact_registry_repository|cloud_run_v2_service)_iam_binding$/.test(type);

  const studentsOf = ({ shards }: CohortPlan): ReadonlySet<string> =>
    new Set(
      shards.flatMap(({ tenants }) => tenants.flatMap(({ members }) => members)).map((m) => `user:${m}`),
    );

  const names = (resource: Resource, people: ReadonlySet<string>): boolean =>
    list(resource.block, 'members').some((member) => people.has(String(member)));

  test('A binding that names a student ends with the term, but for registries and services, whose policies take no end', () => {
    const found = findings(outputs, ({ resources, plan }) => {
      const end = `request.time < timestamp("${plan.term.accessEnds}")`;
      return resources
        .filter((resource) => isBinding(resource) && names(resource, studentsOf(plan)))
        .filter((resource) => !endsSooner(resource, plan))
        .filter((resource) => (at(resource.block, 'condition.expression') === end) === isEndless(resource))
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
        const of = ['project', 'bucket', 'repository', 'name', 'service_account_id', 'instance', 'instance_name'].map((key) => block[key]); // prettier-ignore
        const key = JSON.stringify([stack, type, of, block['role'], block['condition']]);
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
      'projects/mlsd-fall27-c1-vm/roles/machineKeeper',
      'projects/mlsd-fall27-c1-vm/roles/machineVisitor',
      'roles/artifactregistry.reader',
      'roles/artifactregistry.writer',
      'roles/browser',
      'roles/compute.osAdminLogin',
      'roles/container.clusterViewer',
      'roles/container.defaultNodeServiceAccount',
      'roles/iam.serviceAccountUser',
      'roles/iam.workloadIdentityUser',
      'roles/iap.httpsResourceAccessor',
      'roles/iap.tunnelResourceAccessor',
      'roles/logging.logWriter',
      'roles/logging.viewAccessor',
      'roles/logging.viewer',
      'roles/monitoring.viewer',
      'roles/run.developer',
      'roles/run.invoker',
      'roles/serviceusage.serviceUsageConsumer',
      'roles/storage.objectAdmin',
      'roles/storage.objectUser',
      'roles/storage.objectViewer',
    ]);
  });

  test('All staff and nobody else come through the proxy before the staff’s Grafana, in each shared cluster', () => {
    for (const { resources, plan } of outputs) {
      const staff = [...plan.staff.instructors, ...plan.staff.tas].map((each) => `user:${each}`).sort();
      const found = resources
        .filter(({ block }) => block['role'] === 'roles/iap.httpsResourceAccessor')
        .map(({ stack, type, block: { members, condition } }) => ({ stack, type, members, condition }));
      const type = 'google_project_iam_binding';
      expect(found).toEqual(
        plan.cells
          .filter(({ cluster }) => cluster !== undefined)
          .map(({ number }) => ({ stack: `cell-${number}`, type, members: staff, condition: undefined })),
      );
    }
  });

  test('What a student may on Google Cloud is in the student’s own places, and to find the cluster and the machine', () => {
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
              !/^cell-\d+\//.test(path) || !/(\.clusterViewer|\/machineVisitor)$/.test(String(block['role'])),
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

  /** True for what runs with a Secret of its namespace. */
  const needsSecret = (object: KubernetesObject): boolean =>
    [...partsOf(object)].some(
      (part) => 'secretKeyRef' in part || 'secretRef' in part || 'secretName' in part,
    );

  const isOfSecrets = (binding: KubernetesObject): boolean =>
    isDeepStrictEqual(bindingOf(binding), TOOLKIT_SECRETS);

  /** Namespaces of places that they are in. */
  const spacesOf = (objects: readonly KubernetesObject[]): readonly string[] => {
    const ofPlaces = objects.filter(({ file }) => !file.endsWith('services.k8s.yaml'));
    return [...new Set(ofPlaces.map(({ metadata }) => metadata.namespace!))].sort();
  };

  test('What a cluster’s tenants share is the cluster’s, the system’s or the monitoring’s', () => {
    const CLUSTER_WIDE =
      /^(ClusterRole(Binding)?|Namespace|PriorityClass|ValidatingAdmissionPolicy(Binding)?)$/;
    const IN_SYSTEM = ['ConfigMap/hours', 'ConfigMap/windows', 'Gateway/labs', 'HTTPRoute/labs-to-https'];
    const found = findings(outputs, ({ objects }) =>
      objects
        .filter(({ file }) => file.endsWith('services.k8s.yaml'))
        .filter(({ kind, metadata: { name, namespace } }) => {
          if (CLUSTER_WIDE.test(kind)) return namespace !== undefined;
          const inSystem = IN_SYSTEM.includes(`${kind}/${name}`);
          return namespace !== (inSystem ? 'practicum-system' : 'practicum-monitoring');
        })
        .map(objectName),
    );
    expect(found).toEqual([]);
  });

  test('What a cluster’s tenants share makes one namespace, the monitoring’s', () => {
    for (const { objects } of outputs) {
      const shared = objects.filter(({ file }) => file.endsWith('services.k8s.yaml'));
      for (const file of new Set(shared.map((each) => each.file))) {
        const namespaces = shared.filter((each) => each.file === file && each.kind === 'Namespace');
        expect(namespaces.map(({ metadata }) => metadata.name)).toEqual(['practicum-monitoring']);
        expect(namespaces[0]!.metadata.labels).not.toHaveProperty('practicum.dev/tenant');
      }
    }
  });

  test('What draws Secrets is bound to the places whose toolkits need some, and to no other', () => {
    const needing = findings(outputs, ({ objects }) => spacesOf(objects.filter(needsSecret)));
    const bound = findings(outputs, ({ objects }) =>
      spacesOf(objects.filter((each) => each.kind === 'RoleBinding' && isOfSecrets(each))),
    );
    expect(bound.length).toBeGreaterThan(0);
    expect(bound).toEqual(needing);
  });

  test('Nobody is bound to a place but its members, the staff, its Grafana if it has one, its workflows, and what draws the Secrets that it needs', () => {
    const found = findings(outputs, ({ objects, plan }) => {
      const staff = [...plan.staff.instructors, ...plan.staff.tas].map(String);
      return plan.shards.flatMap(({ tenants }) =>
        tenants.flatMap(({ namespace, members, grafana, github }) => {
          const own = objects.filter(({ metadata }) => metadata.namespace === namespace);
          const allowed = [
            ...[...staff, ...members].map((name) => `User ${name}`),
            ...(grafana === undefined ? [] : [`ServiceAccount ${namespace}/grafana`]),
            ...(github?.deployer === undefined ? [] : [`User ${github.deployer.email}`]),
            ...(own.some(needsSecret) ? ['ServiceAccount practicum-monitoring/toolkit-windows'] : []),
          ];
          return own
            .filter(({ kind }) => kind === 'RoleBinding')
            .flatMap((binding) =>
              bindingOf(binding)
                .subjects.map(({ kind, namespace: home, name }) =>
                  home === undefined ? `${kind} ${name}` : `${kind} ${home}/${name}`,
                )
                .filter((subject) => !allowed.includes(subject))
                .map((subject) => `${objectName(binding)} ${subject}`),
            );
        }),
      );
    });
    expect(found).toEqual([]);
  });
}
