import { z } from 'zod';
import type { Handle } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { TenantPlan } from '../plan/tenant-plan';
import type { FoundVulnerability, ImageName, ScanEntry } from './scan-entries';
import type { Severity, SeverityCounts } from './severity';
import { scanTime } from './scan-time';
import { NO_COUNTS, SEVERITIES } from './severity';

/** Vulnerabilities of an image that are told one by one. */
const MOST_TOLD = 5;

/** What is known of one image of a place. */
export interface ScannedImage {
  readonly place: Handle;
  readonly image: string;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushed?: string;
  /** When it was looked through last; absent where it was not. */
  readonly scanned?: string;
  /** Whether the look through it came to its end. */
  readonly finished: boolean;
  readonly counts: SeverityCounts;
  /** The worst, those first that somebody already mended. */
  readonly worst: readonly FoundVulnerability[];
}

/** What scans found in the images of a cohort, by place, the newest image first. */
export interface ScanResults {
  readonly cohort: string;
  readonly images: readonly ScannedImage[];
}

/** What entries say of the images of places; `strangers` are images that are in no place's registry. */
export interface JudgedScans {
  readonly results: ScanResults;
  readonly strangers: number;
}

/** Everything that entries say, put to the places that the images are of; nobody is told of another's. */
export function judgeScans(
  cohort: string,
  tenants: readonly TenantPlan[],
  entries: readonly ScanEntry[],
): JudgedScans {
  const owners = new Map(tenants.map(({ registry, handle }) => [registry.path, handle]));
  const byImage = new Map<string, ScanEntry[]>();
  for (const entry of entries) {
    const key = `${entry.registry}/${entry.image}@${entry.digest}`;
    const known = byImage.get(key);
    if (known === undefined) byImage.set(key, [entry]);
    else known.push(entry);
  }
  const groups = [...byImage.values()];
  const images = groups.flatMap((group): readonly ScannedImage[] => {
    const place = owners.get(group[0]!.registry);
    return place === undefined ? [] : [imageOf(place, group)];
  });
  return { results: { cohort, images: images.sort(inOrder) }, strangers: groups.length - images.length };
}

const newestFirst = (a: ScannedImage, b: ScannedImage): number =>
  byText<ScannedImage>(({ pushed, scanned }) => pushed ?? scanned ?? '')(b, a);

const inOrder = (a: ScannedImage, b: ScannedImage): number =>
  byText<ScannedImage>(({ place }) => place)(a, b) ||
  newestFirst(a, b) ||
  byText<ScannedImage>(({ image, digest }) => `${image}@${digest}`)(a, b);

function imageOf(place: Handle, entries: readonly ScanEntry[]): ScannedImage {
  const { image, digest }: ImageName = entries[0]!;
  const [listed] = entries.flatMap((each) => (each.kind === 'image' ? [each] : []));
  const scans = entries.flatMap((each) => (each.kind === 'scan' ? [each] : []));
  const [scan] = scans.sort((a, b) => byText<(typeof scans)[number]>(({ at = '' }) => at)(b, a));
  // Files may overlap: each vulnerability of a package counts once.
  const found = new Map(
    entries.flatMap((each) =>
      each.kind === 'vulnerability' ? [[`${each.found.id} ${each.found.package}`, each.found] as const] : [],
    ),
  );
  const counts: Record<Severity, number> = { ...NO_COUNTS };
  for (const { severity } of found.values()) counts[severity] += 1;
  return {
    place,
    image,
    digest,
    tags: listed?.tags ?? [],
    ...(listed?.pushed === undefined ? {} : { pushed: listed.pushed }),
    ...(scan?.at === undefined ? {} : { scanned: scan.at }),
    finished: scan === undefined ? found.size > 0 : scan.status === 'FINISHED_SUCCESS',
    counts,
    worst: [...found.values()].sort(worstFirst).slice(0, MOST_TOLD),
  };
}

const worstFirst = (a: FoundVulnerability, b: FoundVulnerability): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  Number(a.fixed === undefined) - Number(b.fixed === undefined) ||
  b.score - a.score ||
  byText<FoundVulnerability>(({ id, package: name }) => `${id} ${name}`)(a, b);

/** The results as they are kept: same results, same bytes. */
export const scanResultsText = (results: ScanResults): string => `${JSON.stringify(results, undefined, 2)}\n`;

const count = z.int().nonnegative();
const shortText = z.string().max(10_000);

/** The file that "practicum scans" writes and "practicum handout" reads. */
export const SCAN_RESULTS_SCHEMA = z.strictObject({
  cohort: shortText,
  images: z.array(
    z.strictObject({
      place: z.string().transform((handle) => handle as Handle),
      image: shortText,
      digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      tags: z.array(shortText),
      pushed: scanTime.optional(),
      scanned: scanTime.optional(),
      finished: z.boolean(),
      counts: z.strictObject(
        Object.fromEntries(SEVERITIES.map((severity) => [severity, count])) as Record<Severity, typeof count>,
      ),
      worst: z
        .array(
          z.strictObject({
            id: shortText,
            severity: z.enum(SEVERITIES),
            score: z.number(),
            package: shortText,
            version: shortText.optional(),
            fixed: shortText.optional(),
          }),
        )
        .max(MOST_TOLD),
    }),
  ),
});
