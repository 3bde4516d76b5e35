import type { SubmissionTable } from '../../core/submissions/submission-table';
import { wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';

/** Digits of a digest by which two are told apart. */
const SHOWN_DIGITS = 12;
/** Room for the place and the workload; what is longer pushes the rest on. */
const INDENT = '    ';

/** What was handed in, for people: each place with its workloads, images and digests. */
export function submissionLines(
  { lab, places }: SubmissionTable,
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): readonly string[] {
  const lines = places.flatMap((place): readonly string[] => {
    if ('unread' in place)
      return [wrapped(`${colors.red('!')} ${place.handle}  `, `not read: ${place.unread}`, width)];
    if (place.images.length === 0) return [`${colors.yellow('–')} ${place.handle}  nothing`];
    return [
      `${colors.green('✓')} ${place.handle}`,
      ...place.images.flatMap(({ workload, container, image, digest, since }) => [
        `${INDENT}${workload} ${container}  ${ran(digest, since)}`,
        `${INDENT}  ${shortened(image, width - INDENT.length - 2)}`,
      ]),
    ];
  });
  const none = places.filter((place) => 'images' in place && place.images.length === 0).length;
  const unread = places.filter((place) => 'unread' in place).length;
  const sum = `${lab}: ${counted(places.length, 'place')}, ${none} without work, ${unread} not read`;
  return [...lines, '', sum];
}

const ran = (digest: string | undefined, since = ''): string =>
  digest === undefined
    ? 'never ran'
    : `${digest.slice(0, 'sha256:'.length + SHOWN_DIGITS)}  ${since}`.trimEnd();

/** The end of a long name, where it differs. */
const shortened = (image: string, most: number): string =>
  image.length <= most ? image : `…${image.slice(1 - most)}`;
