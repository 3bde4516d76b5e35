import { readFileSync } from 'node:fs';
import type { RunKubectl } from '../../../src/app/grade/kubectl';
import type { GradingClock } from '../../../src/app/grade/grading-clock';
import { REPORT_BEGINS, REPORT_ENDS } from '../../../src/core/grading/load-report';
import type { LoadReport } from '../../../src/core/grading/load-report';
import { GOOD_REPORT } from '../../core/grading/a-load-lab';

/** What is to be found in a place; by default all is well. */
export interface FakePlace {
  readonly kinds?: readonly string[];
  readonly report?: LoadReport;
  /** The log, in place of one with the report. */
  readonly log?: string;
  /** The pod's status until its end; null where no pod is made. */
  readonly pod?: object | null;
  readonly event?: string;
  /** What kubectl complains of, whatever it is asked. */
  readonly complaint?: string;
}

interface Run {
  readonly uid: string;
  readonly begun: number;
}

/** Seconds from a Job's making to its end. */
export const JOB_SECONDS = 615;

const runningPod = { phase: 'Running', containerStatuses: [{ state: { running: {} } }] };

/** Clusters in kubectl's place: Jobs start at once, and end on the clock. */
export class FakeCluster {
  readonly runs = new Map<string, Run>();
  readonly calls: string[] = [];
  /** Most Jobs that ran at the same time. */
  mostAtOnce = 0;
  private made = 0;

  constructor(
    private readonly clock: GradingClock,
    private readonly places: Readonly<Record<string, FakePlace>> = {},
  ) {}

  readonly kubectl: RunKubectl = (args) => {
    const [, namespace, verb, ...rest] = args as [string, string, string, ...string[]];
    this.calls.push(`${namespace} ${verb}`);
    const place = this.places[namespace] ?? {};
    if (place.complaint !== undefined) return ended(1, place.complaint);
    if (verb === 'create') return ended(0, this.create(namespace, rest[1]!));
    if (verb === 'delete') this.runs.delete(namespace);
    if (verb === 'logs') return ended(0, this.logOf(place));
    if (rest[0] === 'events') return ended(0, place.event ?? '');
    if (rest[0]?.startsWith('namespace/') === true)
      return ended(0, list((place.kinds ?? ['Namespace', 'Service']).map((kind) => object(kind, kind))));
    const objects = this.objectsIn(namespace, place);
    return ended(0, list(objects));
  };

  private create(namespace: string, file: string): string {
    if (!readFileSync(file, 'utf8').includes(`namespace: ${namespace}`))
      throw new Error(`${file} is another's`);
    const uid = `uid-${(this.made += 1)}`;
    this.runs.set(namespace, { uid, begun: this.clock.milliseconds() });
    const running = [...this.runs.values()].filter((run) => !this.isOver(run)).length;
    this.mostAtOnce = Math.max(this.mostAtOnce, running);
    return `ConfigMap ${uid}-script\nJob ${uid}\n`;
  }

  private isOver({ begun }: Run): boolean {
    return this.clock.milliseconds() - begun >= JOB_SECONDS * 1000;
  }

  private objectsIn(namespace: string, { pod }: FakePlace): readonly object[] {
    const run = this.runs.get(namespace);
    if (run === undefined) return [];
    const isOver = this.isOver(run);
    const conditions = isOver ? [{ type: 'Complete', status: 'True', reason: 'CompletionsReached' }] : [];
    const finished = { phase: 'Succeeded', containerStatuses: [{ state: { terminated: { exitCode: 0 } } }] };
    return [
      object('ConfigMap', `${run.uid}-script`),
      object('Job', run.uid, { conditions }),
      ...(pod === null ? [] : [object('Pod', 'pod', isOver ? finished : (pod ?? runningPod), run.uid)]),
    ];
  }

  private logOf({ report = GOOD_REPORT, log }: FakePlace): string {
    return log ?? `${REPORT_BEGINS}\n${JSON.stringify(report)}\n${REPORT_ENDS}\n`;
  }
}

const object = (kind: string, uid: string, status: object = {}, owner?: string): object => ({
  kind,
  metadata: { name: uid, uid, ...(owner === undefined ? {} : { ownerReferences: [{ uid: owner }] }) },
  status,
});

const list = (items: readonly object[]): string => JSON.stringify({ kind: 'List', items });

const ended = (code: number, text: string): ReturnType<RunKubectl> =>
  Promise.resolve({ code, output: text, result: code === 0 ? text : '', stopped: false });
