import type { StepReport } from './report/report';
import { isGood } from './report/report-words';

/** What a finished step did, in a few words. */
export function summaryOf(step: StepReport): { readonly good: boolean; readonly summary: string } {
  const changes = [
    [step.added, 'added'],
    [step.changed, 'changed'],
    [step.destroyed, 'destroyed'],
  ] as const;
  const told = changes.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const findings = step.findings.length === 0 ? [] : [`${step.findings.length} found`];
  return {
    good: isGood(step),
    summary: [...(told.length === 0 ? ['no change'] : told), ...findings].join(', '),
  };
}
