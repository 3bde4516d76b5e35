import type { Attributes } from '../../src/rehearsal/values/value';
import { SIGNING_REQUEST } from './attacks/more-rights.cases';
import { deploymentIn, filesIn, podIn } from './attacks/lab-objects';
import { claim, deployment, object, pod, statefulSet } from './attacks/objects';
import type { Actor, Place } from './cast';
import { PLACES } from './cast';
import type { FenceWorld, KubeRequest } from './fence-world';
import { FLOODED, floodRequest } from './flood';
import { inPlace, ofCluster } from './kube-path';

const at = (body: Attributes, name: string): Attributes => ({
  ...body,
  metadata: { ...(body['metadata'] as Attributes), name },
});
const post = (path: string, body: Attributes): KubeRequest => ({ method: 'POST', path, body });

/** What each place has that others are after; its people put it there, through the fence. */
const keptIn = (place: Place): readonly KubeRequest[] => [
  post(
    inPlace(place, 'secrets'),
    at(object('v1', 'Secret', { stringData: { password: 'kept' } }), 'database'),
  ),
  post(inPlace(place, 'configmaps'), at(object('v1', 'ConfigMap', { data: { mode: 'kept' } }), 'settings')),
  post(inPlace(place, 'persistentvolumeclaims'), at(claim(), 'data')),
  post(inPlace(place, 'pods'), at(pod(), 'web-0')),
  post(inPlace(place, 'deployments', 'apps/v1'), at(deployment(), 'api')),
];

const USING_SECRET: Attributes = {
  name: 'main',
  image: 'busybox:1.37',
  envFrom: [{ secretRef: { name: 'database' } }],
};

/** What a student works on, which attacks begin from. */
const WORK: readonly KubeRequest[] = [
  post(inPlace(PLACES.student, 'pods'), at(pod(), 'shell')),
  post(inPlace(PLACES.student, 'persistentvolumeclaims'), at(claim(), 'data')),
  post(
    inPlace(PLACES.student, 'secrets'),
    at(object('v1', 'Secret', { stringData: { password: 'kept' } }), 'database'),
  ),
  post(
    inPlace(PLACES.student, 'deployments', 'apps/v1'),
    at(deployment({ containers: [USING_SECRET] }), 'api'),
  ),
  post(
    inPlace(PLACES.student, 'statefulsets', 'apps/v1'),
    at({ ...statefulSet(), metadata: { annotations: { note: 'kept' } } }, 'cache'),
  ),
];

/** What a student handed in for a lab that is closed; staff put it there, who may after a deadline too. */
const HANDED_IN: readonly KubeRequest[] = [
  post(inPlace(PLACES.student, 'deployments', 'apps/v1'), deploymentIn('lab1', 'handed-in')),
  post(inPlace(PLACES.student, 'pods'), podIn('lab1', 'handed-in')),
  post(inPlace(PLACES.student, 'configmaps'), filesIn('lab1', 'handed-in')),
];

/** What is of an open lab, and of none. */
const IN_HAND: readonly KubeRequest[] = [
  post(inPlace(PLACES.student, 'configmaps'), filesIn('lab2', 'draft')),
  post(inPlace(PLACES.student, 'configmaps'), filesIn(undefined, 'notes')),
];

/** What stands in a place in which it is an exam, or quiet hours. */
const meanwhileIn = (place: Place): readonly KubeRequest[] => [
  post(inPlace(place, 'deployments', 'apps/v1'), deploymentIn('lab2', 'work')),
  post(inPlace(place, 'deployments', 'apps/v1'), at(deployment(), 'api')),
  post(inPlace(place, 'pods'), podIn('lab2', 'work')),
  post(inPlace(place, 'pods'), at(pod(), 'shell')),
  post(inPlace(place, 'configmaps'), filesIn('lab2', 'work')),
  post(inPlace(place, 'configmaps'), filesIn(undefined, 'notes')),
];

/** What only the cluster's own programs make. */
const OF_CLUSTER: readonly KubeRequest[] = [
  post(ofCluster('certificatesigningrequests', 'certificates.k8s.io/v1'), at(SIGNING_REQUEST, 'waiting')),
  post(
    inPlace('kube-system', 'configmaps'),
    at(object('v1', 'ConfigMap', { data: { Corefile: '.:53' } }), 'coredns'),
  ),
  post(
    inPlace('kube-system', 'leases', 'coordination.k8s.io/v1'),
    at(object('coordination.k8s.io/v1', 'Lease', { spec: {} }), 'kube-controller-manager'),
  ),
  post(
    inPlace('kube-node-lease', 'leases', 'coordination.k8s.io/v1'),
    at(object('coordination.k8s.io/v1', 'Lease', { spec: {} }), 'node-1'),
  ),
  post(ofCluster('nodes'), at(object('v1', 'Node'), 'node-1')),
  post(
    inPlace('kube-system', 'pods'),
    at(pod({ serviceAccountName: 'kube-dns', automountServiceAccountToken: false }), 'kube-dns'),
  ),
  post(
    inPlace('kube-system', 'secrets'),
    at(object('v1', 'Secret', { stringData: { token: 'kept' } }), 'bootstrap'),
  ),
  post(
    inPlace('practicum-monitoring', 'secrets'),
    at(object('v1', 'Secret', { stringData: { password: 'kept' } }), 'alertmanager-smtp'),
  ),
  post(
    inPlace('practicum-system', 'secrets'),
    at(
      object('v1', 'Secret', { stringData: { release: 'kept' } }),
      'sh.helm.release.v1.practicum-services.v1',
    ),
  ),
  post(
    ofCluster('persistentvolumes'),
    at(
      object('v1', 'PersistentVolume', {
        spec: {
          capacity: { storage: '1Gi' },
          accessModes: ['ReadWriteOnce'],
          csi: { driver: 'pd.csi.storage.gke.io', volumeHandle: 'disk' },
        },
      }),
      'disk-of-another',
    ),
  ),
];

/** Puts into the places what attacks are after, and fills one place to its brim. */
export async function stageTargets(world: FenceWorld): Promise<void> {
  const make = async (as: Actor | 'admin', request: KubeRequest): Promise<void> => {
    const { status, body } = await (as === 'admin'
      ? world.admin.request(request.method, request.path, request.body as Attributes)
      : world.request(as, request));
    if (status >= 400) throw new Error(`${as} ${request.path}: ${status} ${JSON.stringify(body)}`);
  };
  const all = (as: Actor | 'admin', requests: readonly KubeRequest[]): Promise<unknown> =>
    Promise.all(requests.map((request) => make(as, request)));
  await all('admin', [
    post(inPlace('kube-system', 'serviceaccounts'), at(object('v1', 'ServiceAccount'), 'kube-dns')),
  ]);
  await Promise.all([
    all('other', keptIn(PLACES.other)),
    all('member', keptIn(PLACES.team)),
    // Whoever is held may not do it themselves any more.
    all('instructor', keptIn(PLACES.held)),
    all('student', [...WORK, ...IN_HAND]),
    all('ta', HANDED_IN),
    all('instructor', [...meanwhileIn(PLACES.examinee), ...meanwhileIn(PLACES.quiet)]),
    all('admin', OF_CLUSTER),
    fill(world, PLACES.crowded),
  ]);
}

/** Makes as many objects of each kind as the quota has room for; the cluster adds a few of its own meanwhile. */
async function fill(world: FenceWorld, place: Place): Promise<void> {
  const room = await world.roomIn(place);
  const requests = FLOODED.flatMap((key) =>
    Array.from({ length: room.get(key) ?? 0 }, (_, index) => floodRequest(place, key, `filler-${index}`)),
  );
  const answers = await Promise.all(requests.map((request) => world.request('crowded', request)));
  const refused = answers.find(
    ({ status, body }) => status >= 400 && !JSON.stringify(body).includes('exceeded quota: tenant'),
  );
  if (refused !== undefined) throw new Error(`A filler is refused: ${JSON.stringify(refused.body)}`);
}
