import type { ChartPin, SharedChart } from '../../../src/core/catalogue/shared/shared-chart';
import { sha256 } from './packed-chart';

const replaced = (chart: SharedChart, pin: ChartPin): void => {
  jest.replaceProperty(chart, 'pin', pin);
};

/** From here on in this file the archive of a chart is known by the digest of what stands for it. */
export const tellDigest = (chart: SharedChart, archive: Uint8Array): void =>
  replaced(chart, { archive: sha256(archive), source: 'a page', date: '2026-11' });

/** From here on in this file nobody tells a digest of a chart, and what the cohort saw first is what holds it. */
export const tellNoDigest = (chart: SharedChart): void =>
  replaced(chart, { unpinned: 'nobody publishes it' });
