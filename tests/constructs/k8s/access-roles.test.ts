import {
  AccessRoles,
  type AccessRolesProps,
  DEPLOYER_ROLE,
  INSTRUCTOR_ROLE,
  type PolicyRule,
  STUDENT_ROLE,
  TA_ROLE,
} from '../../../constructs/k8s/access-roles';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const synth = (props?: AccessRolesProps) => synthConstruct((chart) => new AccessRoles(chart, 'roles', props));

const rulesOf = (role: string, props?: AccessRolesProps): readonly PolicyRule[] =>
  findManifest(synth(props), 'ClusterRole', role)['rules'] as PolicyRule[];

/** Every `verb group/resource` that the role allows. */
function allowed(role: string, props?: AccessRolesProps): readonly string[] {
  return rulesOf(role, props).flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) =>
      resources.flatMap((resource) =>
        verbs.map((verb) => `${verb} ${group === '' ? 'core' : group}/${resource}`),
      ),
    ),
  );
}

const may = (role: string, action: string, props?: AccessRolesProps): boolean =>
  allowed(role, props).includes(action);
const ROLES = [STUDENT_ROLE, INSTRUCTOR_ROLE, TA_ROLE];
const WRITES = /^(create|update|patch|delete|deletecollection) /;

test('a cell has three roles and binds none of them', () => {
  expect(inventory(synth())).toEqual([
    'ClusterRole/practicum-instructor',
    'ClusterRole/practicum-student',
    'ClusterRole/practicum-ta',
  ]);
});

describe.each(ROLES)('%s', (role) => {
  test('names every verb, resource and group, and uses no wildcard', () => {
    expect(JSON.stringify(rulesOf(role, { taReadsSecrets: true }))).not.toContain('*');
  });

  test('has no verb that makes more of itself', () => {
    // The right to work outside of windows is on nothing that there is.
    const rules = rulesOf(role).filter(({ apiGroups }) => !apiGroups.includes('practicum.dev'));
    const verbs = new Set(rules.flatMap((rule) => rule.verbs));
    expect([...verbs].sort()).toEqual(['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']);
  });

  test('sees the fence and cannot move it', () => {
    const fence =
      /\/(namespaces|resourcequotas|limitranges|networkpolicies|roles|rolebindings|clusterroles|clusterrolebindings)$/;
    const onFence = allowed(role).filter((action) => fence.test(action));
    expect(onFence.filter((action) => WRITES.test(action))).toEqual([]);
    expect(onFence).toEqual(
      expect.arrayContaining([
        'get core/resourcequotas',
        'get networking.k8s.io/networkpolicies',
        'get core/limitranges',
      ]),
    );
  });

  test('reaches nothing that belongs to the cluster, to the Gateway or to another namespace', () => {
    const resources = new Set(rulesOf(role).flatMap((rule) => rule.resources));
    for (const resource of [
      'nodes',
      'persistentvolumes',
      'gateways',
      'referencegrants',
      'customresourcedefinitions',
      'serviceaccounts/token',
      'pods/proxy',
      'services/proxy',
    ]) {
      expect([...resources]).not.toContain(resource);
    }
  });

  test('sees its own namespace and cannot list the others', () => {
    expect(allowed(role).filter((action) => action.endsWith('core/namespaces'))).toEqual([
      'get core/namespaces',
    ]);
  });

  test("cannot send a Service's traffic elsewhere", () => {
    const endpoints = allowed(role).filter((action) => /\/(endpoints|endpointslices)$/.test(action));
    expect(endpoints).toContain('list discovery.k8s.io/endpointslices');
    expect(endpoints.filter((action) => WRITES.test(action))).toEqual([]);
  });
});

test('a student does with workloads what a course asks', () => {
  expect(allowed(STUDENT_ROLE)).toEqual(
    expect.arrayContaining([
      'create core/pods',
      'get core/pods/log',
      'create core/pods/exec',
      'get core/pods/exec',
      'create core/pods/portforward',
      'create core/pods/attach',
      'patch core/pods/ephemeralcontainers',
      'create apps/deployments',
      'patch apps/deployments/scale',
      'list apps/replicasets',
      'create apps/statefulsets',
      'create batch/jobs',
      'create batch/cronjobs',
      'create autoscaling/horizontalpodautoscalers',
      'create policy/poddisruptionbudgets',
      'create core/configmaps',
      'create core/secrets',
      'create core/services',
      'create core/persistentvolumeclaims',
      'create core/serviceaccounts',
      'create networking.k8s.io/ingresses',
      'create gateway.networking.k8s.io/httproutes',
      'create gateway.networking.k8s.io/grpcroutes',
      'create networking.gke.io/healthcheckpolicies',
      'create networking.istio.io/virtualservices',
      'create networking.istio.io/destinationrules',
      'create cert-manager.io/certificates',
      'list core/events',
      'list events.k8s.io/events',
      'list metrics.k8s.io/pods',
    ]),
  );
});

const OVERRIDE = 'override practicum.dev/windows';
const withOverride = (actions: readonly string[]): readonly string[] => [...actions, OVERRIDE].sort();

test('a student is held to windows and hours, and staff are not', () => {
  expect(ROLES.map((role) => may(role, OVERRIDE))).toEqual([false, true, true]);
});

test('an instructor does what a student does, secrets included, and whenever', () => {
  expect([...allowed(INSTRUCTOR_ROLE)].sort()).toEqual(withOverride(allowed(STUDENT_ROLE)));
  expect(may(INSTRUCTOR_ROLE, 'get core/secrets')).toBe(true);
});

test.each(['list apps/daemonsets', 'list core/replicationcontrollers'])(
  '"kubectl get all" asks for %s, and nobody makes any',
  (action) => {
    expect(may(STUDENT_ROLE, action)).toBe(true);
    expect(may(STUDENT_ROLE, action.replace('list', 'create'))).toBe(false);
  },
);

test('a teaching assistant does what a student does, without secrets and without going into pods', () => {
  expect([...allowed(TA_ROLE)].sort()).toEqual(
    withOverride(
      allowed(STUDENT_ROLE).filter(
        (action) => !/ core\/(secrets|pods\/(exec|attach|ephemeralcontainers))$/.test(action),
      ),
    ),
  );
  expect(may(TA_ROLE, 'get core/secrets')).toBe(false);
  expect(may(TA_ROLE, 'create core/pods/portforward')).toBe(true);
});

test('a teaching assistant reads secrets and goes into pods where the cohort says so, and still writes none', () => {
  const props: Required<AccessRolesProps> = {
    taReadsSecrets: true,
    deploys: true,
    mesh: false,
    workflows: false,
  };
  expect(may(TA_ROLE, 'create core/pods/exec', props)).toBe(true);
  expect(allowed(TA_ROLE, props).filter((action) => action.endsWith(' core/secrets'))).toEqual([
    'get core/secrets',
    'list core/secrets',
    'watch core/secrets',
  ]);
  expect(allowed(STUDENT_ROLE, props)).toEqual(allowed(STUDENT_ROLE));
});

describe('what workflows hold', () => {
  const props = { deploys: true };

  test('is there where workflows deploy, and makes no other role more', () => {
    expect(inventory(synth(props))).toHaveLength(4);
    expect(synth({ deploys: false })).toEqual(synth());
    for (const role of ROLES) expect(rulesOf(role, props)).toEqual(rulesOf(role));
  });

  test('is part of what a student holds', () => {
    const student = new Set(allowed(STUDENT_ROLE));
    expect(allowed(DEPLOYER_ROLE, props).filter((action) => !student.has(action))).toEqual([]);
  });

  test('is what a rollout needs', () => {
    expect(allowed(DEPLOYER_ROLE, props)).toEqual(
      expect.arrayContaining([
        'create apps/deployments',
        'patch apps/deployments',
        'watch apps/deployments',
        'patch apps/deployments/scale',
        'list core/pods',
        'list core/events',
        'create core/services',
        'create core/configmaps',
        'create gateway.networking.k8s.io/httproutes',
        'create batch/jobs',
      ]),
    );
  });

  test('reads no secret and no log, enters no pod, starts none by itself and deletes no disk', () => {
    const mine = allowed(DEPLOYER_ROLE, props).join('\n');
    expect(mine).not.toMatch(/secrets|serviceaccounts|core\/pods\/|namespaces|practicum\.dev|cert-manager/);
    expect(mine).not.toMatch(/(create|update|patch|delete) core\/pods$/m);
    expect(mine).not.toMatch(/delete core\/persistentvolumeclaims/);
    expect(mine).not.toContain('*');
  });
});

test('where labs run workflows, all work on those of a place, and nobody on those of the cluster', () => {
  for (const role of ROLES) {
    const more = allowed(role, { workflows: true }).filter((action) => !allowed(role).includes(action));
    expect(more).toEqual(
      expect.arrayContaining(['create argoproj.io/workflows', 'get argoproj.io/workflowtaskresults']),
    );
    expect(more.filter((action) => !action.includes('argoproj.io/'))).toEqual([]);
    expect(more.join('\n')).not.toMatch(/clusterworkflowtemplates|workfloweventbindings|\*/);
  }
});

test('where places are in a mesh, all read its rules and nobody writes them', () => {
  for (const role of ROLES) {
    const more = allowed(role, { mesh: true }).filter((action) => !allowed(role).includes(action));
    expect([...more].sort()).toEqual(
      ['authorizationpolicies', 'peerauthentications']
        .flatMap((kind) => ['get', 'list', 'watch'].map((verb) => `${verb} security.istio.io/${kind}`))
        .sort(),
    );
  }
});
