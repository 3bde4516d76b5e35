import type { Handle } from '../../core/domain/ids';
import type { Cloud } from '../../rehearsal/cloud/cloud';
import type { RecordedNeed } from '../../rehearsal/provider/need-record';
import type { ResourceKind } from '../../rehearsal/provider/resource-kind';
import { stateGaps } from '../../rehearsal/scenario/compare-states';
import type { InvariantId } from '../../rehearsal/scenario/invariants';
import { leftovers } from '../../rehearsal/scenario/leftovers';
import type { Standing } from '../../rehearsal/scenario/standing';
import { standing, touchedOthers } from '../../rehearsal/scenario/standing';
import type { WaitGraph } from '../../rehearsal/scenario/unordered';
import { unordered } from '../../rehearsal/scenario/unordered';
import { writtenTwice } from '../../rehearsal/scenario/written-twice';
import { changesIn, errorsIn } from './first-error';
import { allRemembered } from './hazards';
import type { Finding } from './report/report';
import type { StackEngine } from './stack-engine';
import type { StateFiles } from './state-files';

/** What a step is judged by. */
export interface Evidence {
  readonly engine: StackEngine;
  readonly cloud: Cloud;
  readonly states: StateFiles;
  readonly stacks: readonly string[];
  kindOf(type: string): ResourceKind | undefined;
  /** What the resources needed that the step made. */
  readonly needs: readonly RecordedNeed[];
  /** What Terraform waits for, by stack. */
  graphs(): ReadonlyMap<string, WaitGraph>;
  /** Which stacks are applied before which. */
  stackOrder(): WaitGraph;
  /** What stood before the step. */
  readonly before: Standing;
  /** Whom the step is about. */
  readonly meant: ReadonlySet<string>;
  /** All places there are or were. */
  readonly tenants: ReadonlySet<Handle>;
}

/** Most findings of one invariant that a report lists. */
const MOST_LISTED = 10;

/** Looks at what stands after a step: what is not as it must be. */
export async function checkStep(
  invariants: readonly InvariantId[],
  evidence: Evidence,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of invariants) {
    const found = await CHECKS[invariant](evidence);
    findings.push(...found.slice(0, MOST_LISTED));
    if (found.length > MOST_LISTED)
      findings.push({ invariant, where: 'more', message: `${found.length - MOST_LISTED} more of these` });
  }
  return findings;
}

type Check = (evidence: Evidence) => Promise<readonly Finding[]>;

const CHECKS: Readonly<Record<InvariantId, Check>> = {
  'empty-re-apply': async ({ engine }) => {
    const plans = await engine.plan();
    return plans
      .filter(({ outcome }) => outcome !== 'empty')
      .map(({ stack, output, outcome }) => ({
        invariant: 'empty-re-apply',
        where: stack,
        message:
          outcome === 'failed'
            ? (errorsIn(output)[0] ?? 'terraform could not plan')
            : changesIn(output).slice(0, MOST_LISTED).join('\n'),
      }));
  },
  'only-planned': async ({ cloud, states, stacks, kindOf }) => {
    const remembered = allRemembered(states, stacks);
    const gaps = [...(await stateGaps(cloud, remembered, kindOf)), ...writtenTwice(remembered, kindOf)];
    return gaps.map((gap) => ({ ...gap, invariant: 'only-planned' }));
  },
  ordered: async ({ needs, states, stacks, graphs, stackOrder, kindOf }) =>
    unordered(needs, allRemembered(states, stacks), graphs(), stackOrder(), kindOf).map((gap) => ({
      ...gap,
      invariant: 'ordered',
    })),
  'others-untouched': async ({ cloud, before, meant, tenants }) =>
    touchedOthers(before, standing(cloud.list(), tenants), meant).map(({ name, tenant, how }) => ({
      invariant: 'others-untouched',
      where: name,
      message: `of ${tenant}, whom the step is not about: ${how}`,
    })),
  'nothing-left': async ({ cloud, tenants }) =>
    leftovers(cloud.list(), tenants).map(({ name, type, cause }) => ({
      invariant: 'nothing-left',
      where: name,
      message: cause === undefined ? `a ${type} is left` : `a ${type} is left: ${cause}`,
    })),
  // Both are judged while the step runs.
  applies: async () => [],
  'message-names-cause': async () => [],
};
