import type { Series } from './series';
import { BEGIN, SAMPLES, STEP } from './series';

/** Series as OpenMetrics text, with the time of every sample; a piece for each series. */
export function* openMetrics(series: Iterable<Series>): Generator<string> {
  for (const { name, labels, valueAt } of series) {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    const head = `${name}{${pairs.join(',')}} `;
    let text = '';
    for (let minute = 0; minute < SAMPLES; minute++) {
      text += `${head}${valueAt(minute)} ${BEGIN + minute * STEP}\n`;
    }
    yield text;
  }
  yield '# EOF\n';
}
