import { INVARIANTS } from '../../../rehearsal/scenario/invariants';
import { counted } from '../../table';
import { readableDuration } from './duration';
import type { Finding, RehearsalReport, StepReport } from './report';
import { passed } from './report';

/** What was rehearsed, in a line. */
export function subject({ cohort, students, scenario, seed }: RehearsalReport): string {
  const faults = seed === undefined ? '' : `, faults of seed ${seed}`;
  return `${cohort}: ${counted(students, 'student')}, ${scenario}${faults}`;
}

/** What applied it. */
export function enginePhrase({ engine, terraformVersion }: RehearsalReport): string {
  return engine === 'cdktf' ? `cdktf with terraform ${terraformVersion}` : `terraform ${terraformVersion}`;
}

/** How it ended. */
export function verdict(report: RehearsalReport): string {
  const { steps, totals, assetsLeft } = report;
  if (passed(report)) return `${counted(steps.length, 'step')}, no finding`;
  const failed = steps.filter(({ outcome }) => outcome === 'failed').length;
  const faults = [
    ...(totals.findings > 0 ? [counted(totals.findings, 'finding')] : []),
    ...(failed > 0 ? [`${counted(failed, 'step')} failed`] : []),
    ...(assetsLeft.length > 0 ? [`${counted(assetsLeft.length, 'asset')} left over`] : []),
  ];
  return `${faults.join(', ')} in ${counted(steps.length, 'step')}`;
}

/** How long it took, and how long it would have taken. */
export function duration({ totals }: RehearsalReport): string {
  return `${readableDuration(totals.seconds)} here, ${readableDuration(totals.virtualSeconds)} on Google Cloud`;
}

/** Whether a step is as it should be. */
export const isGood = ({ outcome, findings }: StepReport): boolean =>
  outcome !== 'failed' && findings.length === 0;

/** What a step is called, and that it failed if it did. */
export function stepTitle({ name, outcome }: StepReport): string {
  return outcome === 'done' ? name : `${name} (${outcome})`;
}

/** The invariant that a finding breaks, as a sentence. */
export const brokenRule = ({ invariant }: Finding): string => INVARIANTS[invariant];

/** Colours and whatever else would move a cursor; line breaks and tabs stay. */
// prettier-ignore
const CONTROLS = /\x1b\[[0-9;?]*[A-Za-z]|(?![\n\t])\p{Cc}/gu;

/** Text of others as it may be shown. */
export const harmless = (text: string): string => text.replaceAll(CONTROLS, '').trimEnd();
