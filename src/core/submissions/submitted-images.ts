import { z } from 'zod';
import { byText } from '../domain/sorting';

const CONTAINER = z.object({ name: z.string(), image: z.string().default('') });
const POD_SPEC = z.object({
  containers: z.array(CONTAINER).default([]),
  initContainers: z.array(CONTAINER).default([]),
});
const TEMPLATE = z.object({ spec: POD_SPEC.optional() });

/** As much of Kubernetes' objects as tells which images are somebody's work. */
const OBJECT = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    uid: z.string(),
    ownerReferences: z
      .array(z.object({ uid: z.string(), controller: z.boolean().default(false) }))
      .default([]),
  }),
  spec: z
    .object({
      containers: z.array(CONTAINER).optional(),
      initContainers: z.array(CONTAINER).optional(),
      template: TEMPLATE.optional(),
      jobTemplate: z.object({ spec: z.object({ template: TEMPLATE.optional() }).optional() }).optional(),
    })
    .default({}),
  status: z
    .object({
      startTime: z.string().optional(),
      containerStatuses: z.array(z.object({ name: z.string(), imageID: z.string().default('') })).default([]),
      initContainerStatuses: z
        .array(z.object({ name: z.string(), imageID: z.string().default('') }))
        .default([]),
    })
    .default({ containerStatuses: [], initContainerStatuses: [] }),
});
export type WorkObject = z.output<typeof OBJECT>;

/** Reads the list that `kubectl get -o json` says; undefined for anything else. */
export function tryReadWork(json: string): readonly WorkObject[] | undefined {
  try {
    return z.object({ items: z.array(OBJECT) }).parse(JSON.parse(json)).items;
  } catch {
    return undefined;
  }
}

/** An image of a workload: as it is written, and the digest that ran, if any did. */
export interface SubmittedImage {
  /** `Deployment/api` */
  readonly workload: string;
  readonly container: string;
  readonly image: string;
  readonly digest?: string;
  /** When the first pod with this digest started. */
  readonly since?: string;
}

/** The images of the workloads of a lab, by workload, container and digest: two digests of one tag are two. */
export function submittedImages(objects: readonly WorkObject[]): readonly SubmittedImage[] {
  const byUid = new Map(objects.map((object) => [object.metadata.uid, object]));
  const rows = new Map<string, SubmittedImage>();
  const ran = new Set<string>();
  for (const pod of objects.filter(({ kind }) => kind === 'Pod')) {
    const workload = nameOf(topOf(pod, byUid));
    const statuses = [...pod.status.initContainerStatuses, ...pod.status.containerStatuses];
    for (const { name: container, image } of containersOf(pod)) {
      const digest = digestIn(statuses.find(({ name }) => name === container)?.imageID ?? '');
      if (digest === undefined) continue;
      const key = [workload, container, image, digest].join(' ');
      ran.add([workload, container, image].join(' '));
      const since = [rows.get(key)?.since, pod.status.startTime]
        .filter((each) => each !== undefined)
        .sort()[0];
      rows.set(key, { workload, container, image, digest, ...(since === undefined ? {} : { since }) });
    }
  }
  // What is written and never ran is handed in too.
  for (const object of objects.filter((each) => topOf(each, byUid) === each)) {
    for (const { name: container, image } of containersOf(object)) {
      const key = [nameOf(object), container, image].join(' ');
      if (!ran.has(key)) rows.set(key, { workload: nameOf(object), container, image });
    }
  }
  return [...rows].sort(byText(([key]) => key)).map(([, row]) => row);
}

const nameOf = ({ kind, metadata }: WorkObject): string => `${kind}/${metadata.name}`;

/** What made it, and what made that: the workload that a person wrote. */
function topOf(object: WorkObject, byUid: ReadonlyMap<string, WorkObject>): WorkObject {
  const seen = new Set<WorkObject>();
  for (let each = object; ;) {
    seen.add(each);
    const owner = byUid.get(each.metadata.ownerReferences.find(({ controller }) => controller)?.uid ?? '');
    if (owner === undefined || seen.has(owner)) return each;
    each = owner;
  }
}

function containersOf({ spec }: WorkObject): readonly { readonly name: string; readonly image: string }[] {
  const template = spec.jobTemplate?.spec?.template?.spec ?? spec.template?.spec ?? spec;
  return [...(template.initContainers ?? []), ...(template.containers ?? [])];
}

/** `sha256:…` of an image as the node calls it. */
const digestIn = (imageId: string): string | undefined => /sha256:[0-9a-f]{64}$/.exec(imageId)?.[0];
