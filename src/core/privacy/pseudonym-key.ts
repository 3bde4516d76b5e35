import type { Brand } from '../domain/brand';
import type { CohortId } from '../domain/ids';
import type { Outcome, Problem } from '../input/problem';
import { accept, refuse } from '../input/problem';

/** What pseudonyms are made with: 256 random bits, as 64 hexadecimal digits. */
export type PseudonymKey = Brand<string, 'PseudonymKey'>;

export const KEY_BYTES = 32;

const KEY = /^[0-9a-f]{64}$/;

/** The key that these bytes are. */
export function pseudonymKey(bytes: Uint8Array): PseudonymKey {
  if (bytes.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, not ${bytes.length}`);
  return Buffer.from(bytes).toString('hex') as PseudonymKey;
}

/** The key file as it is kept, with what its keeper must know. */
export function formatKeyFile(cohort: CohortId, key: PseudonymKey): string {
  return [
    `# The key of the pseudonyms of ${cohort}. Whoever has it and a list of e-mail addresses knows who has which place.`,
    '# Keep it to yourself, out of version control, with one copy in a safe place: it cannot be made again,',
    '# and without it nobody can be given a place, moved or found any more.',
    key,
    '',
  ].join('\n');
}

/** Reads a key file; what is wrong with it is told without any of its text. */
export function parseKeyFile(file: string, text: string): Outcome<PseudonymKey> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim());
  const written = lines.flatMap((line, index) => (line === '' || line.startsWith('#') ? [] : [index]));
  const [first, second] = written;
  if (first === undefined) return refuse([wrong(file, 0, 'the file holds no key')]);
  if (second !== undefined) return refuse([wrong(file, second, 'a second key stands here')]);
  const key = lines[first]!;
  return KEY.test(key) ? accept(key as PseudonymKey) : refuse([wrong(file, first, 'this is no key')]);
}

const wrong = (file: string, index: number, message: string): Problem => ({
  file,
  line: index + 1,
  column: 1,
  message,
  allowed: 'one line of 64 digits from 0-9 and a-f, as "practicum privacy key" wrote it',
  write: 'nothing by hand: bring back your copy of the file',
});
