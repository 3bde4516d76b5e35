import { LARGEST, decodeText } from '../../input/decode-text';
import type { Outcome } from '../../input/problem';
import { accept, refuse } from '../../input/problem';

/** The text of an export, and what had to be guessed of its encoding. */
export interface DecodedExport {
  readonly text: string;
  readonly guessed?: string;
}

/** Five bytes that no character of Windows-1252 has, and controls that no table has. */
const NOT_WINDOWS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]/;
/** Two bytes that make one character of UTF-8 and two very odd ones of Windows-1252. */
const OF_UTF8 = /[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/;

/** As `decodeText`, and what older Excel writes: Windows-1252, and UTF-16 without its mark. */
export function decodeExport(file: string, bytes: Uint8Array): Outcome<DecodedExport> {
  const decoded = decodeText(file, bytes);
  if (decoded.ok) return accept({ text: decoded.value });
  if (bytes.length > LARGEST) return refuse(decoded.problems);
  const order = wideOrder(bytes);
  if (order !== undefined) {
    const marked = new Uint8Array([...MARKS[order], ...bytes]);
    const wide = decodeText(file, marked);
    if (wide.ok) return accept({ text: wide.value, guessed: 'UTF-16 without byte order mark' });
  }
  const single = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (NOT_WINDOWS.test(single) || OF_UTF8.test(single)) return refuse(decoded.problems);
  return accept({ text: single.replaceAll(/[\x80-\x9f]/g, ofWindows), guessed: 'Windows-1252' });
}

/** What Windows-1252 has from 0x80 to 0x9f, a dot where it has nothing; not all of Node's decoders know it. */
const OF_WINDOWS = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

const ofWindows = (character: string): string => OF_WINDOWS[character.charCodeAt(0) - 0x80]!;

const MARKS = { little: [0xff, 0xfe], big: [0xfe, 0xff] } as const;

/** How much of the file tells its order of bytes: a header is ASCII, so every second byte is nothing. */
const HEAD = 64;

function wideOrder(bytes: Uint8Array): keyof typeof MARKS | undefined {
  const head = bytes.subarray(0, HEAD - (HEAD % 2));
  if (head.length < 4 || bytes.length % 2 === 1) return undefined;
  const nothings = (from: number): boolean => head.every((byte, at) => at % 2 !== from || byte === 0);
  if (nothings(1) && !nothings(0)) return 'little';
  return nothings(0) && !nothings(1) ? 'big' : undefined;
}
