/** A file that is one answer of Artifact Analysis. */
export interface ScanPage {
  readonly file: string;
  /** Project of what is in it; absent where nothing is. */
  readonly project?: string;
  /** Whether Google has no more after it. */
  readonly isLast: boolean;
}

/** `scans/w255-c1-2.json` → `scans/w255-c1`: what the script calls all pages of a project. */
const stemOf = (file: string): string => file.replace(/-\d+\.[^./]+$/, '');

/**
 * The file of each project after which pages are missing: Google says that there are more, and none is the last. A last page with
 * nothing in it names no project: it is of the project whose files are called like it, or else of any that lacks one.
 */
export function beforeMissingPages(pages: readonly ScanPage[]): readonly string[] {
  const ended = new Set(pages.flatMap(({ project, isLast }) => (isLast && project ? [project] : [])));
  const open = new Map<string, string>();
  for (const { file, project = stemOf(file), isLast } of pages)
    if (!isLast && !ended.has(project)) open.set(project, file);
  const empty = pages.filter(({ project, isLast }) => isLast && project === undefined);
  const stems = new Set(empty.map(({ file }) => stemOf(file)));
  const missing = [...open.values()].filter((file) => !stems.has(stemOf(file)));
  const free = empty.length - (open.size - missing.length);
  return missing.length > free ? missing : [];
}
