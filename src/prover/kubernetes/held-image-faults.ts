import type { Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import { listAt, textAt } from '../json-value';
import type { World } from '../world';
import type { KubernetesDocument } from '../artifacts';
import { stepThrough } from './cluster-objects';

/** Where the spec of pods stands, by kind. */
const PODS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/** Images that the plan names by digest and that something runs otherwise: by their tag, or by another digest. */
export function heldImageFaults({ clusters, record: { heldImages } }: World): readonly Finding[] {
  const held = new Map(heldImages.map((ref) => [ref.split('@', 1)[0], ref]));
  if (held.size === 0) return [];
  return clusters.flatMap(({ objects }) =>
    objects.all.flatMap((document) =>
      imagesIn(document).flatMap((image): readonly Finding[] => {
        const meant = held.get(image.split('@', 1)[0]);
        return meant === undefined || meant === image
          ? []
          : [
              {
                aspect: 'images',
                kind: 'guard',
                from: STAFF,
                to: EVERYONE_ELSE,
                sentence: 'An image is run that is not held to the digest which the cohort saw',
                path: [stepThrough(document, `runs ${image} in the place of ${meant}`)],
                pairs: 1,
              },
            ];
      }),
    ),
  );
}

function imagesIn({ object }: KubernetesDocument): readonly string[] {
  const path = PODS[textAt(object, 'kind') ?? ''];
  if (path === undefined) return [];
  return ['initContainers', 'containers'].flatMap((list) =>
    listAt(object, ...path, list).map((container) => textAt(container, 'image') ?? ''),
  );
}
