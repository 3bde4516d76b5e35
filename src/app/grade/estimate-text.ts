import type { Estimate } from '../../core/grading/estimate';
import { readableDuration } from '../rehearse/report/duration';
import { counted } from '../table';

/** How long it will take, in a line: `60 places, 12 at once: about 53 min; one after another 10 h`. */
export function estimateText({ places, atOnce, seconds, serialSeconds }: Estimate, done = 0): string {
  const resumed = done === 0 ? '' : `${done} already graded; `;
  const serial = places === 1 ? '' : `; one after another ${readableDuration(serialSeconds)}`;
  return `${resumed}${counted(places, 'place')}, ${atOnce} at once: about ${readableDuration(wholeMinutes(seconds))}${serial}`;
}

/** Nobody knows it to the second. */
const wholeMinutes = (seconds: number): number => (seconds < 60 ? seconds : Math.ceil(seconds / 60) * 60);
