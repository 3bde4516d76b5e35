import type { TimeZone } from '../../core/domain/time';
import { readable, toInstant } from '../../core/domain/time';
import { visible } from '../../core/leaks/visible-text';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { ScanResults, ScannedImage } from '../../core/scans/scan-results';
import { countsText } from '../scans/scan-lines';
import { plain } from './plain';

/** Images that are told of: the newest, which are what runs. */
const MOST_IMAGES = 5;

/** Images of each place, by its handle. */
export type ScansByPlace = ReadonlyMap<string, readonly ScannedImage[]>;

export const noScans: ScansByPlace = new Map();

export function scansByPlace({ images }: ScanResults): ScansByPlace {
  const places = new Map<string, ScannedImage[]>();
  for (const image of images) {
    const known = places.get(image.place);
    if (known === undefined) places.set(image.place, [image]);
    else known.push(image);
  }
  return places;
}

/** What scans found in the images of a place; nothing where images are not scanned. */
export function scansSection(plan: CohortPlan, tenant: TenantPlan, scans: ScansByPlace): readonly string[] {
  if (tenant.registry.scanned === undefined) return [];
  const images = scans.get(tenant.handle) ?? [];
  return [
    '## Known vulnerabilities in your images',
    '',
    'Google looks through each image that you push, within minutes. Nobody but you and the staff is told what it finds.',
    '',
    ...(images.length === 0
      ? [
          'Nothing is known yet: this page is written without results, or before your first push. Ask your staff for a new one.',
          '',
        ]
      : known(plan, images)),
  ];
}

function known({ term }: CohortPlan, images: readonly ScannedImage[]): readonly string[] {
  const more = images.length - MOST_IMAGES;
  return [
    ...images.slice(0, MOST_IMAGES).flatMap((image) => imageLines(image, term.timeZone)),
    ...(more > 0 ? [`${more} older ${more === 1 ? 'image is' : 'images are'} left out.`, ''] : []),
    'Most come with the base image, and most of these are gone with a newer one: change the `FROM` line of your Dockerfile to a newer tag, or to a `-slim` one, build with `docker build --pull`, and push under a new tag. What comes with your own packages is gone once your requirements name the version in the last column.',
    '',
  ];
}

function imageLines(
  { image, digest, tags, pushed, scanned, finished, counts, worst }: ScannedImage,
  zone: TimeZone,
): readonly string[] {
  const on = (time: string): string => readable(toInstant(time), zone);
  const title = tags.length === 0 ? text(image) : `${text(image)}: ${tags.map(text).join(', ')}`;
  const facts = [
    `digest \`${digest.slice('sha256:'.length).slice(0, 12)}\``,
    ...(pushed === undefined ? [] : [`pushed ${on(pushed)}`]),
    ...(scanned === undefined ? [] : [`looked through ${on(scanned)}`]),
  ].join(', ');
  return [
    `### ${title}`,
    '',
    finished
      ? `**${countsText(counts)}**; ${facts}.`
      : `Not looked through yet, or not to the end: some systems and packages Google does not know; ${facts}.`,
    '',
    ...(worst.length === 0
      ? []
      : [
          '| worst | how bad | in | gone with |',
          '|---|---|---|---|',
          ...worst.map(
            ({ id, severity, package: name, version, fixed }) =>
              `| ${text(id)} | ${severity.toLowerCase()} | ${text([name, version ?? ''].join(' ').trim())} | ${fixed === undefined ? 'nothing yet' : text(fixed)} |`,
          ),
          '',
        ]),
  ];
}

/** Words of others: on one line, and nothing in them is markup. */
const text = (words: string): string => plain(visible(words));
