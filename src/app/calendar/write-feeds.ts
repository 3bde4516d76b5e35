import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { calendarFeeds, feedProducer } from '../../core/calendar/calendar-feeds';
import { icsStart } from '../../core/calendar/ics';
import type { CohortPlan } from '../../core/plan/cohort-plan';

/** Writes the feeds into `folder` and takes away those of the cohort that are not any more; nothing else there is touched. */
export function writeFeeds(
  folder: string,
  plan: CohortPlan,
  options: { readonly everyone: boolean },
): readonly string[] {
  const feeds = calendarFeeds(plan, options);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of feeds) writeFileAtomic.sync(join(folder, file), text);
  const ours = icsStart(feedProducer(plan));
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    if (!name.endsWith('.ics') || feeds.has(name)) continue;
    const path = join(folder, name);
    if (readFileSync(path, 'utf8').startsWith(ours)) rmSync(path);
  }
  return [...feeds.keys()];
}
