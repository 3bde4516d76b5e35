import type { Handle } from '../domain/ids';
import { csvCell } from '../input/csv-cell';
import type { SubmittedImage } from './submitted-images';

/** What was found in a place: images, which may be none, or why it could not be read. */
export type PlaceSubmission =
  | { readonly handle: Handle; readonly images: readonly SubmittedImage[] }
  | { readonly handle: Handle; readonly unread: string };

/** What a lab's places have, by handle. */
export interface SubmissionTable {
  readonly lab: string;
  /** When it was read. */
  readonly at: string;
  readonly places: readonly PlaceSubmission[];
}

const HEAD = ['handle', 'result', 'workload', 'container', 'image', 'digest', 'since'];

/** The table as CSV: a line for each image, and one for each place that has none. */
export function submissionsCsv({ places }: SubmissionTable): string {
  const rows = places.flatMap((place): readonly (readonly string[])[] => {
    if ('unread' in place) return [[place.handle, `not read: ${place.unread}`, '', '', '', '', '']];
    if (place.images.length === 0) return [[place.handle, 'nothing', '', '', '', '', '']];
    return place.images.map(({ workload, container, image, digest = '', since = '' }) => [
      place.handle,
      digest === '' ? 'never ran' : 'ran',
      workload,
      container,
      image,
      digest,
      since,
    ]);
  });
  return [HEAD, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

/** The table as JSON. */
export const submissionsJson = (table: SubmissionTable): string => `${JSON.stringify(table, undefined, 2)}\n`;
