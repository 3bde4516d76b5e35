import { readableDuration } from './duration';
import type { RehearsalReport } from './report';
import { isGood, stepTitle } from './report-words';

/** Thinner than this, in percent of the whole, a bar cannot be seen. */
const THINNEST = 0.6;

/** When each step ran, here and as it would have on Google Cloud, each as a share of its own whole. */
export function stepTimeline(
  { steps, totals }: RehearsalReport,
  escapeHtml: (text: string) => string,
): string {
  const here = barsOf(steps.map(({ seconds }) => seconds));
  const there = barsOf(steps.map(({ virtualSeconds }) => virtualSeconds));
  const rows = steps.map((step, index) => {
    const times = `${readableDuration(step.seconds)} here, ${readableDuration(step.virtualSeconds)} on Google`;
    return [
      `<div class="row${isGood(step) ? '' : ' bad'}">`,
      `<span class="name">${escapeHtml(stepTitle(step))}</span>`,
      '<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">',
      `<rect class="here" x="${here[index]!.start}" y="0" width="${here[index]!.length}" height="6"/>`,
      `<rect class="there" x="${there[index]!.start}" y="8" width="${there[index]!.length}" height="6"/>`,
      '</svg>',
      `<span class="times">${times}</span>`,
      '</div>',
    ].join('\n');
  });
  const [hereAll, thereAll] = [totals.seconds, totals.virtualSeconds].map(readableDuration);
  return [
    '<section class="timeline">',
    `<p class="legend"><span><i class="here"></i>here, ${hereAll} in all</span>`,
    `<span><i class="there"></i>on Google Cloud, ${thereAll} in all</span></p>`,
    ...rows,
    '</section>',
  ].join('\n');
}

interface Bar {
  /** In percent of the whole. */
  readonly start: number;
  readonly length: number;
}

/** One bar after another; those too thin to be seen are as thick as can be, and stay inside. */
function barsOf(seconds: readonly number[]): readonly Bar[] {
  const whole = seconds.reduce((a, b) => a + b, 0) || 1;
  let before = 0;
  return seconds.map((each) => {
    const length = each === 0 ? 0 : Math.max(THINNEST, (100 * each) / whole);
    const start = Math.min((100 * before) / whole, 100 - length);
    before += each;
    return { start: rounded(start), length: rounded(length) };
  });
}

const rounded = (percent: number): number => Number(percent.toFixed(2));
