import { z } from 'zod';
import type { StartedRun } from './grading-records';

const REASONED = z.object({ reason: z.string().optional(), message: z.string().optional() });
const CONDITION = REASONED.extend({ type: z.string(), status: z.string() });

/** As much of Kubernetes' objects as grading reads. */
const OBJECT = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    uid: z.string(),
    ownerReferences: z.array(z.object({ uid: z.string() })).default([]),
  }),
  status: z
    .object({
      phase: z.string().optional(),
      conditions: z.array(CONDITION).default([]),
      containerStatuses: z
        .array(
          z.object({
            state: z
              .object({
                waiting: REASONED.optional(),
                terminated: REASONED.extend({ exitCode: z.int() }).optional(),
              })
              .default({}),
          }),
        )
        .default([]),
    })
    .default({ conditions: [], containerStatuses: [] }),
});
export type KubeObject = z.output<typeof OBJECT>;

/** Reads what `kubectl get -o json` says: a list, one object, or nothing at all; undefined for anything else. */
export function tryReadObjects(json: string): readonly KubeObject[] | undefined {
  if (json.trim() === '') return [];
  try {
    const value = JSON.parse(json) as { readonly kind?: unknown; readonly items?: unknown };
    return z.array(OBJECT).parse(value.kind === 'List' ? value.items : [value]);
  } catch {
    return undefined;
  }
}

/** A Job that is over; `why` there is no report, if its pod wrote none. */
export interface EndedJob {
  readonly state: 'ended';
  readonly pod?: string;
  readonly why: string;
}

/** How far the load of a place is. */
export type JobProgress =
  | { readonly state: 'starting'; readonly trouble?: string; readonly isHopeless: boolean }
  | { readonly state: 'running' }
  | EndedJob
  | { readonly state: 'lost'; readonly why: string };

const STARTING = { state: 'starting', isHopeless: false } as const;

/** What the kubelet says of an image that it will not get, however often it tries. */
const IMAGE_TROUBLE = /^(ImagePullBackOff|ErrImageNeverPull|InvalidImageName)$/;

/** Reads from a place's objects how the run that was started there goes. */
export function progressOf(objects: readonly KubeObject[], { job, script }: StartedRun): JobProgress {
  const stands = (uid: string): boolean => objects.some(({ metadata }) => metadata.uid === uid);
  if (!stands(job)) return { state: 'lost', why: 'somebody deleted the Job while it ran' };
  if (!stands(script)) return { state: 'lost', why: 'somebody replaced the script while it ran' };
  const pods = objects.filter(
    ({ kind, metadata }) => kind === 'Pod' && metadata.ownerReferences.some(({ uid }) => uid === job),
  );
  if (pods.length > 1) return { state: 'lost', why: 'the Job has more than one pod: somebody added one' };
  const [pod] = pods;
  const end = objects
    .find(({ metadata }) => metadata.uid === job)!
    .status.conditions.find(({ type, status }) => /^(Complete|Failed)$/.test(type) && status === 'True');
  if (end !== undefined) {
    const why = `its k6 ended without a report${howEnded(pod, end)}`;
    return { state: 'ended', why, ...(pod === undefined ? {} : { pod: pod.metadata.name }) };
  }
  return pod === undefined ? STARTING : podProgress(pod);
}

function podProgress({ status }: KubeObject): JobProgress {
  const waiting = status.containerStatuses
    .map(({ state }) => state.waiting)
    .find((each) => each !== undefined);
  if (waiting?.reason !== undefined && IMAGE_TROUBLE.test(waiting.reason))
    return {
      state: 'starting',
      isHopeless: true,
      trouble: `the image of k6 cannot be pulled: ${waiting.message ?? waiting.reason}`,
    };
  const unscheduled = status.conditions.find(
    ({ type, status: is }) => type === 'PodScheduled' && is === 'False',
  );
  if (unscheduled !== undefined)
    return { ...STARTING, trouble: `no node has room for it: ${unscheduled.message ?? 'Unschedulable'}` };
  return status.phase === 'Pending' ? STARTING : { state: 'running' };
}

function howEnded(pod: KubeObject | undefined, end: z.output<typeof REASONED>): string {
  const ended = pod?.status.containerStatuses
    .map(({ state }) => state.terminated)
    .find((each) => each !== undefined);
  if (ended !== undefined) return ` (${ended.reason ?? 'Error'}, exit code ${ended.exitCode})`;
  return end.reason === undefined ? '' : ` (${end.reason})`;
}
