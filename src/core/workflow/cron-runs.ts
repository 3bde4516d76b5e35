import type { Transition } from '../calendar/transitions';
import type { Instant } from '../domain/time';
import { epochSeconds, fromEpochSeconds } from '../domain/time';

/** A run of the scheduled workflow, with the transitions that it is the first to see. */
export interface CronRun {
  readonly at: Instant;
  readonly transitions: readonly Transition[];
}

/**
 * GitHub starts no scheduled workflow more often.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule (read 2026-11)
 */
const LEAST_INTERVAL_SECONDS = 5 * 60;

/**
 * When to run so that each transition that is to be deployed is, none before its instant. Transitions within five minutes
 * have one run, at the last of them: 23:59 and midnight are one.
 */
export function cronRuns(transitions: readonly Transition[]): readonly CronRun[] {
  const runs: CronRun[] = [];
  let waiting = transitions.filter(({ deploys }) => deploys);
  let earliest = -Infinity;
  while (waiting.length > 0) {
    const first = Math.max(epochSeconds(waiting[0]!.at), earliest);
    const together = waiting.filter(({ at }) => epochSeconds(at) < first + LEAST_INTERVAL_SECONDS);
    const at = Math.max(first, epochSeconds(together.at(-1)!.at));
    runs.push({ at: fromEpochSeconds(at), transitions: together });
    waiting = waiting.slice(together.length);
    earliest = at + LEAST_INTERVAL_SECONDS;
  }
  return runs;
}

/** The run as cron writes it, in UTC; cron knows no years. */
export function cronOf(at: Instant): string {
  const [, month, day, hour, minute] = /^\d{4}-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(at)!;
  return [minute, hour, day, month, '*']
    .map((field) => (field === '*' ? field : String(Number(field))))
    .join(' ');
}
