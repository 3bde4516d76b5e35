import type { KubeObject } from '../../core/grading/job-progress';
import { tryReadObjects } from '../../core/grading/job-progress';
import { GRADING_LABEL } from '../../core/grading/load-job';
import { LAB_LABEL } from '../../core/domain/lab-label';
import { WEB_SERVICE } from '../../core/domain/names';
import type { LabId } from '../../core/domain/ids';
import { Stopped } from '../recover/stack-terraform';
import type { ProgramRun } from '../run-program';
import { explainKubectl } from './explain-kubectl';
import { NotGraded } from './not-graded';

/** Runs kubectl with these arguments; rejects where there is no such program. */
export type RunKubectl = (args: readonly string[]) => Promise<ProgramRun>;

/** Lines of a log that are read: the report is among the last. */
const LAST_LINES = 200;

/** What grading asks of one place through kubectl. @throws NotGraded where kubectl fails, Stopped where somebody stops it */
export class Kubectl {
  constructor(
    private readonly run: RunKubectl,
    private readonly namespace: string,
  ) {}

  /** Which of the namespace and its Service stand. */
  async surroundings(): Promise<readonly KubeObject[]> {
    const names = [`namespace/${this.namespace}`, `service/${WEB_SERVICE}`];
    return this.objects('get', ...names, '--ignore-not-found', '-o', 'json');
  }

  /** All that grading the lab put here. */
  async graded(lab: LabId): Promise<readonly KubeObject[]> {
    return this.objects('get', 'jobs,configmaps,pods', '-l', `${GRADING_LABEL}=${lab}`, '-o', 'json');
  }

  /** All that is of a lab and that images run from, as JSON. */
  submitted(lab: LabId): Promise<string> {
    const kinds = 'deployments,statefulsets,replicasets,jobs,cronjobs,pods';
    return this.ask('get', kinds, '-l', `${LAB_LABEL}=${lab}`, '-o', 'json');
  }

  /** Makes what the file says, none of which may stand already; gives the uids by kind. */
  async create(file: string): Promise<ReadonlyMap<string, string>> {
    const made = await this.ask('create', '-f', file, '-o', 'jsonpath={.kind} {.metadata.uid}{"\\n"}');
    return new Map([...made.matchAll(/^(\S+) (\S+)$/gm)].map(([, kind, uid]) => [kind!, uid!] as const));
  }

  /** Takes away a Job and a ConfigMap of this name, and waits until the Job's pod is gone. */
  async remove(name: string): Promise<void> {
    const how = ['--ignore-not-found', '--cascade=foreground', '--timeout=120s'];
    await this.ask('delete', `job/${name}`, `configmap/${name}`, ...how);
  }

  log(pod: string): Promise<string> {
    return this.ask('logs', pod, `--tail=${LAST_LINES}`);
  }

  /** What the cluster last said of the object with this uid; nothing, if it said nothing. */
  async lastEvent(uid: string): Promise<string> {
    const messages = await this.ask(
      'get',
      'events',
      `--field-selector=involvedObject.uid=${uid}`,
      '--sort-by=.lastTimestamp',
      '-o',
      'jsonpath={range .items[*]}{.message}{"\\n"}{end}',
    );
    return messages.trim().split('\n').at(-1)!;
  }

  private async objects(...args: readonly string[]): Promise<readonly KubeObject[]> {
    const objects = tryReadObjects(await this.ask(...args));
    if (objects === undefined) throw new NotGraded('what kubectl says is no list of objects');
    return objects;
  }

  private async ask(...args: readonly string[]): Promise<string> {
    const { code, output, result, stopped } = await this.run(['--namespace', this.namespace, ...args]);
    if (stopped) throw new Stopped();
    if (code !== 0) throw new NotGraded(explainKubectl(output));
    return result;
  }
}
