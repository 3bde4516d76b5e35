import type { Problem } from './problem';

/** What is told of `conflictMarkers`. */
export const MERGE_CONFLICT = 'git left a merge conflict here';

/** A merge that git could not finish: what stands between the markers is two files at once. */
export function conflictMarkers(file: string, text: string): readonly Problem[] {
  const line = text.split('\n').findIndex((row) => /^(<{7}|>{7})( |$)/.test(row));
  if (line < 0) return [];
  return [
    {
      file,
      line: line + 1,
      column: 1,
      message: MERGE_CONFLICT,
      write: 'keep one side whole (git checkout --ours or --theirs), then run the command again',
    },
  ];
}
