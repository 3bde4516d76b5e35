import type { KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes, Value } from '../../src/rehearsal/values/value';
import { isList, isRecord } from '../../src/rehearsal/values/value';
import { inPlace } from './kube-path';
import { until } from './until';

const MERGE = { 'Content-Type': 'application/merge-patch+json' };

const nameOf = (object: Attributes): string => String(valueAt(object, ['metadata', 'name']));

/** Whether what its controller last said is of the object as it is now. Jobs do not say. */
function isObserved(object: Attributes): boolean {
  const observed = valueAt(object, ['status', 'observedGeneration']);
  return observed === undefined || observed === valueAt(object, ['metadata', 'generation']);
}

async function listed(connection: KubeConnection, path: string): Promise<readonly Attributes[]> {
  const { body } = await connection.request('GET', path);
  const items = valueAt(body, ['items']);
  return isList(items) ? items.filter(isRecord) : [];
}

/** What a place runs, and what keeps pods of it from being made. There are no nodes: a pod runs when this says so. */
export class PodsOfPlace {
  constructor(
    private readonly admin: KubeConnection,
    private readonly namespace: string,
  ) {}

  /** Scales a workload. */
  async scale(kind: string, name: string, replicas: number): Promise<void> {
    const path = inPlace(this.namespace, `${kind.toLowerCase()}s/${name}/scale`, 'apps/v1');
    const { status, body } = await this.admin.request('PATCH', path, { spec: { replicas } }, MERGE);
    if (status !== 200) throw new Error(`${kind}/${name}: ${JSON.stringify(body)}`);
  }

  /** Waits until all workloads have as many pods as they ask for; tells what refuses the missing ones. */
  async made(what: string): Promise<number> {
    try {
      await until(`all pods of ${what}`, async () => {
        await this.run();
        return (await this.missing()).length === 0;
      });
    } catch (error) {
      const refused = (await listed(this.admin, inPlace(this.namespace, 'events')))
        .filter(({ type }) => type === 'Warning')
        .map(({ message }) => String(message));
      throw new Error([String(error), ...(await this.missing()), ...new Set(refused)].join('\n'), {
        cause: error,
      });
    }
    return (await this.pods()).length;
  }

  /** Waits until nothing runs. */
  gone(what: string): Promise<void> {
    return until(`${what} is gone`, async () => (await this.pods()).length === 0);
  }

  pods(): Promise<readonly Attributes[]> {
    return listed(this.admin, inPlace(this.namespace, 'pods'));
  }

  /** Workloads with fewer pods than they ask for. */
  private async missing(): Promise<readonly string[]> {
    const [deployments, sets, jobs] = await Promise.all([
      listed(this.admin, inPlace(this.namespace, 'deployments', 'apps/v1')),
      listed(this.admin, inPlace(this.namespace, 'statefulsets', 'apps/v1')),
      listed(this.admin, inPlace(this.namespace, 'jobs', 'batch/v1')),
    ]);
    const lacks = (
      object: Attributes,
      has: Value | undefined,
      wants: Value | undefined,
    ): readonly string[] =>
      (has ?? 0) === (wants ?? 1) && isObserved(object)
        ? []
        : [`${nameOf(object)} has ${String(has ?? 0)} pods of ${String(wants ?? 1)}`];
    return [
      ...[...deployments, ...sets].flatMap((each) =>
        lacks(each, valueAt(each, ['status', 'replicas']), valueAt(each, ['spec', 'replicas'])),
      ),
      ...jobs.flatMap((each) =>
        lacks(each, valueAt(each, ['status', 'active']), valueAt(each, ['spec', 'parallelism'])),
      ),
    ];
  }

  /** Says of all pods that they run and are ready, as their nodes would. */
  private async run(): Promise<void> {
    const waiting = (await this.pods()).filter((pod) => valueAt(pod, ['status', 'phase']) === 'Pending');
    for (const pod of waiting) {
      const path = inPlace(this.namespace, `pods/${nameOf(pod)}/status`);
      const conditions = [{ type: 'Ready', status: 'True' }];
      await this.admin.request('PATCH', path, { status: { phase: 'Running', conditions } }, MERGE);
    }
  }
}
