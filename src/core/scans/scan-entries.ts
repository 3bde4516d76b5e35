import { z } from 'zod';
import type { Outcome, Problem } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import type { InventoryEntry } from '../leaks/inventory-text';
import { isRecord } from '../leaks/inventory-text';
import type { ScanPage } from './missing-pages';
import type { Severity } from './severity';
import { scanTime } from './scan-time';
import { severityOf } from './severity';

/** An image of a registry by its digest. */
export interface ImageName {
  /** `us-west1-docker.pkg.dev/project/repository` */
  readonly registry: string;
  /** Its name in the registry, which may have slashes. */
  readonly image: string;
  readonly digest: string;
}

/** One vulnerability that an image has. */
export interface FoundVulnerability {
  readonly id: string;
  readonly severity: Severity;
  /** Of 10; 0 where nobody rated it. */
  readonly score: number;
  readonly package: string;
  readonly version?: string;
  /** First version without it; absent where there is none yet. */
  readonly fixed?: string;
}

/** One thing that files of Artifact Registry and Artifact Analysis say of an image. */
export type ScanEntry = ImageName &
  (
    | { readonly kind: 'image'; readonly tags: readonly string[]; readonly pushed?: string }
    | { readonly kind: 'scan'; readonly status: string; readonly at?: string }
    | { readonly kind: 'vulnerability'; readonly found: FoundVulnerability }
  );

/** What scans are written as, for people who brought something else. */
export const SCANS_ALLOWED =
  'JSON of Artifact Analysis (occurrences) and of "gcloud artifacts docker images list --include-tags"';
/** How to get them. */
export const SCANS_WRITE = 'practicum scans > scan.sh && sh scan.sh';

const text = z.string().max(10_000);

/** @see https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.dockerImages (2026-11) */
const IMAGE = z.looseObject({
  package: text,
  version: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  tags: z.union([text, z.array(text)]).default([]),
  createTime: scanTime.optional(),
});

/** @see https://cloud.google.com/artifact-analysis/docs/reference/rest/v1/projects.occurrences (2026-11) */
const SCAN = z.looseObject({
  kind: z.literal('DISCOVERY'),
  resourceUri: text,
  updateTime: scanTime.optional(),
  discovery: z
    .looseObject({ analysisStatus: text.optional(), lastScanTime: scanTime.optional() })
    .default({}),
});

const VERSION = z.looseObject({ fullName: text.optional(), kind: text.optional() }).optional();
const VULNERABILITY = z.looseObject({
  kind: z.literal('VULNERABILITY'),
  resourceUri: text,
  noteName: text,
  vulnerability: z.looseObject({
    effectiveSeverity: text.optional(),
    severity: text.optional(),
    cvssScore: z.number().optional(),
    packageIssue: z
      .array(
        z.looseObject({ affectedPackage: text.default(''), affectedVersion: VERSION, fixedVersion: VERSION }),
      )
      .default([]),
  }),
});

/** Occurrences of other kinds, which say nothing of vulnerabilities. */
const OTHER = z.looseObject({ kind: text, resourceUri: text, noteName: text });

const URI =
  /^(?:https:\/\/)?((?:[a-z0-9-]+-)?docker\.pkg\.dev\/[^/@\s]+\/[^/@\s]+)\/([^@\s]+?)(?:@(sha256:[0-9a-f]{64}))?$/;

/** Registry, name and digest of an image; undefined for what is in no registry of Artifact Registry. */
function tryNameOf(uri: string, version?: string): ImageName | undefined {
  const [, registry, image, digest = version] = URI.exec(uri) ?? [];
  return registry === undefined || image === undefined || digest === undefined
    ? undefined
    : { registry, image, digest };
}

/** What an entry says: undefined if it is in no known form, nothing if it says nothing of an image's vulnerabilities. */
function tryRead(value: unknown): readonly ScanEntry[] | undefined {
  if (!isRecord(value)) return undefined;
  if (Object.hasOwn(value, 'package')) return tryImage(value);
  switch (value['kind']) {
    case 'DISCOVERY':
      return tryScan(value);
    case 'VULNERABILITY':
      return tryVulnerability(value);
    default:
      return OTHER.safeParse(value).success ? [] : undefined;
  }
}

function tryImage(value: unknown): readonly ScanEntry[] | undefined {
  const { data } = IMAGE.safeParse(value);
  const name = data && tryNameOf(data.package, data.version);
  if (name === undefined) return undefined;
  const { tags, createTime: pushed } = data!;
  const list = typeof tags === 'string' ? tags.split(/,\s*/) : tags;
  const named = list.filter((tag) => tag !== '').sort();
  return [{ ...name, kind: 'image', tags: named, ...(pushed === undefined ? {} : { pushed }) }];
}

function tryScan(value: unknown): readonly ScanEntry[] | undefined {
  const { data } = SCAN.safeParse(value);
  if (data === undefined) return undefined;
  const { resourceUri, updateTime, discovery } = data;
  const at = discovery.lastScanTime ?? updateTime;
  const name = tryNameOf(resourceUri);
  const status = discovery.analysisStatus ?? 'UNKNOWN';
  return name === undefined ? [] : [{ ...name, kind: 'scan', status, ...(at === undefined ? {} : { at }) }];
}

function tryVulnerability(value: unknown): readonly ScanEntry[] | undefined {
  const { data } = VULNERABILITY.safeParse(value);
  if (data === undefined) return undefined;
  const name = tryNameOf(data.resourceUri);
  return name === undefined ? [] : [{ ...name, kind: 'vulnerability', found: vulnerabilityOf(data) }];
}

function vulnerabilityOf({ noteName, vulnerability }: z.output<typeof VULNERABILITY>): FoundVulnerability {
  const { effectiveSeverity, severity, cvssScore = 0, packageIssue } = vulnerability;
  const [issue] = packageIssue;
  const version = issue?.affectedVersion?.fullName;
  // Google writes MAXIMUM where no version is without it.
  const fixed = issue?.fixedVersion?.kind === 'MAXIMUM' ? undefined : issue?.fixedVersion?.fullName;
  const rated = severityOf(effectiveSeverity);
  return {
    id: noteName.split('/').at(-1)!,
    severity: rated === 'UNRATED' ? severityOf(severity) : rated,
    score: cvssScore,
    package: issue?.affectedPackage ?? '',
    ...(version === undefined ? {} : { version }),
    ...(fixed === undefined ? {} : { fixed }),
  };
}

/** What all entries of a file say, or those that are in no known form. */
export function scanEntries(file: string, entries: readonly InventoryEntry[]): Outcome<readonly ScanEntry[]> {
  const problems: Problem[] = [];
  const read: ScanEntry[] = [];
  for (const entry of entries.flatMap(unwrapped)) {
    const said = tryRead(entry.value);
    if (said === undefined) problems.push(unknownEntry(file, entry));
    else read.push(...said);
  }
  return problems.length > 0 ? refuse(problems) : accept(read);
}

/** The page that a file is, if it is an answer of the API, which may have more after it. */
export function tryPage(file: string, entries: readonly InventoryEntry[]): ScanPage | undefined {
  const [value] = entries.map((entry) => entry.value);
  if (entries.length !== 1 || !isPage(value)) return undefined;
  const list: readonly unknown[] = Array.isArray(value['occurrences']) ? value['occurrences'] : [];
  const [project] = list.flatMap((each) => projectOf(each) ?? []);
  const isLast = typeof value['nextPageToken'] !== 'string' || value['nextPageToken'] === '';
  return { file, isLast, ...(project === undefined ? {} : { project }) };
}

/** `projects/w255-c1/occurrences/…` → `w255-c1` */
function projectOf(occurrence: unknown): string | undefined {
  const name = isRecord(occurrence) ? occurrence['name'] : undefined;
  return typeof name === 'string' ? /^projects\/([^/]+)\//.exec(name)?.[1] : undefined;
}

const isPage = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && !Object.hasOwn(value, 'kind') && !Object.hasOwn(value, 'package');

/** The API puts the list into an object, which has no list where there is nothing. */
function unwrapped(entry: InventoryEntry): readonly InventoryEntry[] {
  const { value } = entry;
  if (!isPage(value)) return [entry];
  const list = value['occurrences'];
  if (Array.isArray(list)) return list.map((each: unknown) => ({ value: each, line: entry.line }));
  return Object.keys(value).every((key) => key === 'nextPageToken') ? [] : [entry];
}

function unknownEntry(file: string, { value, line }: InventoryEntry): Problem {
  const got = isRecord(value) ? Object.keys(value).slice(0, 6).join(', ') : value;
  return {
    file,
    line: line(),
    column: 1,
    message: 'this entry is neither an image of a registry nor what a scan found in one',
    got: Array.isArray(got) ? `a list of ${got.length}` : shown(got),
    allowed: SCANS_ALLOWED,
    write: SCANS_WRITE,
  };
}
