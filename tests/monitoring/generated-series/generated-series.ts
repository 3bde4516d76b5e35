import { alertSeries, cellSeries } from './cell-series';
import { objectSeries } from './object-series';
import { PLACES } from './place';
import { podSeries } from './pod-series';
import { requestSeries } from './request-series';
import type { Series } from './series';

/** Two hours of a cell with sixty places: everything that is scraped, and nothing that rules record. */
export function generatedSeries(): readonly Series[] {
  return [
    ...cellSeries(),
    ...alertSeries(),
    ...PLACES.flatMap((place) => [...podSeries(place), ...objectSeries(place), ...requestSeries(place)]),
  ];
}
