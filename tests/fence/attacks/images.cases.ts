import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES, ownImage } from '../cast';
import { inOwn } from '../kube-path';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { requestOf } from './by-role';
import { container, cronJob, deployment, job, pod, podOf, replicaSet, statefulSet } from './objects';

const THEIRS = ownImage(PLACES.other, 'solution:final');
const THEIR_DIGEST = ownImage(PLACES.other, `solution@sha256:${'a'.repeat(64)}`);
const strange = byPolicy('practicum-images');

const isNotAllowed = (name: string): string => `image: ${name} is not allowed here`;
const running = (image: string): KubernetesObject => podOf({ image });
const only = (image: string): Attributes => ({ containers: [container({ image })] });

/** Images that are another's, or nobody's that the course knows. */
// One line per attack.
// prettier-ignore
export const IMAGES: readonly Attack[] = [
  strange('A student runs another’s image, and reads the work in it', sent('pods', running(THEIRS)), isNotAllowed(THEIRS)),
  strange('A student runs another’s image by a digest', sent('pods', running(THEIR_DIGEST)), isNotAllowed(THEIR_DIGEST)),
  strange('A student runs another’s image as an init container', sent('pods', pod({ initContainers: [container({ name: 'first', image: THEIRS })] })), isNotAllowed(THEIRS)),
  strange('A student mounts another’s image as a volume', sent('pods', pod({ volumes: [{ name: 'work', image: { reference: THEIRS } }] })), isNotAllowed(THEIRS)),
  strange('A student runs another’s image beside an allowed one', sent('pods', pod({ containers: [container(), container({ name: 'other', image: THEIRS })] })), isNotAllowed(THEIRS)),
  strange('A student deploys another’s image', sent('deployments', deployment(only(THEIRS))), isNotAllowed(THEIRS)),
  strange('A student runs another’s image in a stateful set', sent('statefulsets', statefulSet(only(THEIRS))), isNotAllowed(THEIRS)),
  strange('A student runs another’s image in a replica set', sent('replicasets', replicaSet(only(THEIRS))), isNotAllowed(THEIRS)),
  strange('A student runs another’s image in a job', sent('jobs', job(only(THEIRS))), isNotAllowed(THEIRS)),
  strange('A student runs another’s image at night', sent('cronjobs', cronJob(only(THEIRS))), isNotAllowed(THEIRS)),
  strange('A student runs the team’s image, and is in no team', sent('pods', running(ownImage(PLACES.team, 'app:1'))), isNotAllowed(ownImage(PLACES.team, 'app:1'))),
  strange('A student runs an image of a registry whose path begins like their own', sent('pods', running(`${ownImage(PLACES.student, 'x').slice(0, -2)}-2/app:1`)), isNotAllowed(`${ownImage(PLACES.student, 'x').slice(0, -2)}-2/app:1`)),
  strange('A student climbs from their registry into another’s', sent('pods', running(ownImage(PLACES.student, `../${PLACES.other}/solution:final`))), 'image: '),
  strange('A student climbs from an allowed image to another', sent('pods', running('docker.io/library/redis/../../xmrig/xmrig')), 'image: '),
  strange('A student runs an image from elsewhere', sent('pods', running('quay.io/xmrig/xmrig:latest')), isNotAllowed('quay.io/xmrig/xmrig:latest')),
  strange('A student runs an image of Docker Hub that the course does not allow', sent('pods', running('xmrig/xmrig')), isNotAllowed('docker.io/xmrig/xmrig')),
  strange('A student runs an image whose name begins like an allowed one', sent('pods', running('redis-miner:7')), isNotAllowed('docker.io/library/redis-miner:7')),
  strange('A student runs an image of somebody who is called like an allowed one', sent('pods', running('redis/miner')), isNotAllowed('docker.io/redis/miner')),
  strange('A student runs an allowed name from a registry of their own', sent('pods', running('mine.example.edu/library/redis:7')), isNotAllowed('mine.example.edu/library/redis:7')),
  strange('A student runs an allowed name from a registry of the node', sent('pods', running('localhost:5000/library/redis:7')), isNotAllowed('localhost:5000/library/redis:7')),
  strange('A student runs an image of Google’s that looks after nodes', sent('pods', running('gcr.io/gke-release/node-shell:1')), isNotAllowed('gcr.io/gke-release/node-shell:1')),
  {
    title: 'A student changes what runs to another’s image',
    as: 'student',
    guard: 'practicum-images',
    request: requestOf('PATCH', inOwn('pods/shell'), { spec: { containers: [{ ...container(), image: THEIRS }] } }, { 'Content-Type': 'application/strategic-merge-patch+json' }),
    refused: policyRefusal('practicum-images', isNotAllowed(THEIRS)),
  },
  {
    title: 'A student puts a debugger from elsewhere into a pod that runs',
    as: 'student',
    guard: 'practicum-images',
    request: requestOf('PATCH', inOwn('pods/shell/ephemeralcontainers'), { spec: { ephemeralContainers: [{ name: 'debugger', image: 'nicolaka/netshoot' }] } }),
    refused: policyRefusal('practicum-images', isNotAllowed('docker.io/nicolaka/netshoot')),
  },
  byPolicy('practicum-images', 'operator')('An operator runs another’s image for a student', sent('pods', running(THEIRS)), isNotAllowed(THEIRS)),
  byPolicy('practicum-images', 'instructor')('An instructor starts an image from elsewhere in a student’s place', sent('pods', running('quay.io/mine/app')), isNotAllowed('quay.io/mine/app')),
];
