import type { Outcome } from './problem';
import { accept, refuse } from './problem';

/** Largest input that is read, in bytes: a roster of 100,000 rows is 8 MB. */
export const LARGEST = 16 * 1024 * 1024;

/**
 * The text of an input file: UTF-8 with or without byte order mark, or UTF-16 with one, as Excel
 * writes "Unicode text". Any other encoding is refused with the line that shows it.
 */
export function decodeText(file: string, bytes: Uint8Array): Outcome<string> {
  if (bytes.length > LARGEST) {
    return refuse([
      {
        file,
        line: 1,
        column: 1,
        message: 'the file is too large',
        got: `${bytes.length} bytes`,
        allowed: `at most ${LARGEST} bytes`,
        write: "the cohort's own file; this looks like another one",
      },
    ]);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return withoutNul(file, new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutNul(file, swapped(bytes));
  try {
    return withoutNul(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const { line, column, byte } = firstBadByte(bytes);
    return refuse([
      {
        file,
        line,
        column,
        message: 'the file is not UTF-8 text',
        got: `byte 0x${byte.toString(16)}`,
        allowed: 'UTF-8, with or without byte order mark, or UTF-16 with one',
        write: 'save it again as "CSV UTF-8" or with encoding UTF-8',
      },
    ]);
  }
}

function withoutNul(file: string, text: string): Outcome<string> {
  const at = text.indexOf('\0');
  if (at < 0) return accept(text);
  const before = text.slice(0, at).split('\n');
  return refuse([
    {
      file,
      line: before.length,
      column: before[before.length - 1]!.length + 1,
      message: 'the file holds a NUL character: it is no text, or UTF-16 without byte order mark',
      allowed: 'UTF-8, with or without byte order mark, or UTF-16 with one',
      write: 'save it again as "CSV UTF-8" or with encoding UTF-8',
    },
  ]);
}

/** Node decodes UTF-16 only in little-endian order. */
function swapped(bytes: Uint8Array): string {
  const copy = bytes.slice(0, bytes.length - (bytes.length % 2));
  for (let i = 0; i + 1 < copy.length; i += 2) [copy[i], copy[i + 1]] = [copy[i + 1]!, copy[i]!];
  return new TextDecoder('utf-16le').decode(copy);
}

/** Halves the search for the first byte that no UTF-8 text has there. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number; byte: number } {
  const decodes = (end: number, { stream }: { stream: boolean }): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle, { stream: true })) good = middle;
    else bad = middle;
  }
  // A character that was begun and not finished is wrong from its first byte on.
  while (!decodes(good, { stream: false })) good -= 1;
  const before = new TextDecoder().decode(bytes.subarray(0, good)).split('\n');
  return { line: before.length, column: before[before.length - 1]!.length + 1, byte: bytes[good] ?? 0 };
}
