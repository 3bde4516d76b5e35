import type { InvariantId } from '../../../rehearsal/scenario/invariants';
import type { StepAction } from '../../../rehearsal/scenario/scenario';

/** What applies the stacks. */
export type RehearsalEngine = 'cdktf' | 'terraform';

/** An invariant that did not hold. */
export interface Finding {
  readonly invariant: InvariantId;
  /** What it is about: a stack, an address, an asset. */
  readonly where: string;
  /** What was seen; several lines where terraform said it. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** Something that the real cloud would wait for. */
export interface Wait {
  readonly about: string;
  /** Of the real cloud's time. */
  readonly seconds: number;
}

/** The most memory that a process had at once. */
export interface ProcessPeak {
  readonly name: string;
  readonly peakMiB: number;
}

/** A step of the scenario as it went. */
export interface StepReport {
  readonly name: string;
  readonly action: StepAction;
  /** Whether the step went through; one that must fail is expected to have failed. */
  readonly outcome: 'done' | 'failed' | 'failed as expected';
  /** On this machine. */
  readonly seconds: number;
  /** What the real cloud would take. */
  readonly virtualSeconds: number;
  /** What the real cloud would mostly wait for, the longest first. */
  readonly waits: readonly Wait[];
  /** Resources. */
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
  readonly kept: number;
  /** What went wrong on purpose, a sentence each. */
  readonly faults: readonly string[];
  readonly findings: readonly Finding[];
  readonly processes: readonly ProcessPeak[];
}

/** Something that stands after the teardown. */
export interface AssetLeft {
  /** Full resource name. */
  readonly name: string;
  /** Type of Cloud Asset Inventory. */
  readonly type: string;
  /** Handle of the tenant it was made for. */
  readonly owner?: string;
  /** Why it is still there. */
  readonly cause?: string;
}

/** All steps together. */
export interface ReportTotals {
  readonly seconds: number;
  readonly virtualSeconds: number;
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
  readonly findings: number;
  /** The highest peak of each process. */
  readonly processes: readonly ProcessPeak[];
}

/** What a rehearsal did and found. */
export interface RehearsalReport {
  readonly cohort: string;
  readonly scenario: string;
  readonly students: number;
  readonly engine: RehearsalEngine;
  readonly terraformVersion: string;
  /** Seed of the faults. */
  readonly seed?: number;
  readonly steps: readonly StepReport[];
  /** What the teardown left behind; none where nothing was torn down. */
  readonly assetsLeft: readonly AssetLeft[];
  /** What was real in this rehearsal, and what was simulated, a phrase each. */
  readonly real: readonly string[];
  readonly simulated: readonly string[];
  /** Types of resources that the simulation only stored and did not check. */
  readonly storedOnlyTypes: readonly string[];
  readonly totals: ReportTotals;
}

/** The report with its totals. */
export function withTotals(report: Omit<RehearsalReport, 'totals'>): RehearsalReport {
  const sum = (of: (step: StepReport) => number): number =>
    report.steps.reduce((total, step) => total + of(step), 0);
  return {
    ...report,
    totals: {
      seconds: sum(({ seconds }) => seconds),
      virtualSeconds: sum(({ virtualSeconds }) => virtualSeconds),
      added: sum(({ added }) => added),
      changed: sum(({ changed }) => changed),
      destroyed: sum(({ destroyed }) => destroyed),
      findings: sum(({ findings }) => findings.length),
      processes: highest(report.steps.flatMap(({ processes }) => processes)),
    },
  };
}

/** One peak a process, in the order they first came. */
function highest(peaks: readonly ProcessPeak[]): readonly ProcessPeak[] {
  const most = new Map<string, number>();
  for (const { name, peakMiB } of peaks) most.set(name, Math.max(most.get(name) ?? 0, peakMiB));
  return [...most].map(([name, peakMiB]) => ({ name, peakMiB }));
}

/** Whether everything went as it should. */
export function passed({ steps, assetsLeft, totals }: RehearsalReport): boolean {
  return (
    totals.findings === 0 && assetsLeft.length === 0 && steps.every(({ outcome }) => outcome !== 'failed')
  );
}

/** The longest waits of all steps, the same cause counted together. */
export function longestWaits({ steps }: RehearsalReport, most: number): readonly Wait[] {
  const seconds = new Map<string, number>();
  for (const wait of steps.flatMap(({ waits }) => waits)) {
    seconds.set(wait.about, (seconds.get(wait.about) ?? 0) + wait.seconds);
  }
  return [...seconds]
    .map(([about, total]) => ({ about, seconds: total }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, most);
}
