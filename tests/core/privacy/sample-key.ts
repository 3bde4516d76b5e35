import { createHash } from 'node:crypto';
import { KEY_BYTES, pseudonymKey } from '../../../src/core/privacy/pseudonym-key';
import type { Pseudonyms } from '../../../src/core/privacy/pseudonyms';
import { pseudonymsOf } from '../../../src/core/privacy/pseudonyms';

/** The pseudonyms of a key that this word stands for. */
export function pseudonymsFrom(word: string): Pseudonyms {
  const bytes = createHash('sha256').update(word).digest();
  expect(bytes).toHaveLength(KEY_BYTES);
  return pseudonymsOf(pseudonymKey(bytes));
}
