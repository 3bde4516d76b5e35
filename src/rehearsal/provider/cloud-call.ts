import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import type { ClockSession, VirtualClock } from '../cloud/virtual-clock';
import type { Attributes } from '../values/value';
import { projectName, serviceName } from './cloud-names';
import { directOperation } from './direct-operation';
import type { Operation } from './operation';
import type { WriteRate } from './resource-kind';

/** What a call costs on the virtual clock before it is known what it touches. */
export interface CallCost {
  readonly about: string;
  readonly seconds: number;
  readonly rate?: WriteRate;
  readonly attributes: Attributes;
  /** Told what the call needed, when it has ended well. */
  onNeeds?(names: readonly AssetName[]): void;
}

/**
 * Runs `call` as one operation on the cloud, then charges it to the virtual clock: after what it needed, for as long
 * as its kind takes. A call that fails is charged as well: Google took its time to refuse.
 */
export async function callCloud<T>(
  { cloud, clock, session }: { cloud: Cloud; clock: VirtualClock; session: ClockSession },
  provider: Attributes,
  cost: CallCost,
  call: (operation: Operation) => T | Promise<T>,
): Promise<T> {
  const after = new Set<AssetName>();
  let more = 0;
  const direct = directOperation(cloud, provider);
  const made: AssetName[] = [];
  const operation: Operation = {
    ...direct,
    need: (name, what) => {
      after.add(name);
      return direct.need(name, what);
    },
    needApi: (project, api) => {
      after.add(projectName(project)).add(serviceName(project, api));
      direct.needApi(project, api);
    },
    wait: (seconds) => {
      more += seconds;
    },
  };
  const stop = cloud.watch((name) => made.push(name));
  try {
    const result = call(operation);
    if (!(result instanceof Promise)) stop();
    const answer = await result;
    cost.onNeeds?.([...after]);
    return answer;
  } finally {
    stop();
    const { about, seconds, rate, attributes } = cost;
    const done = session.spend({
      about,
      seconds: seconds + more,
      after: [...after],
      ...(rate === undefined
        ? {}
        : { rate: { about: rate.about, perSecond: rate.perSecond, scope: rate.scope(attributes) } }),
    });
    for (const name of made) clock.ready(name, done);
    cloud.advanceTo(clock.now);
  }
}
