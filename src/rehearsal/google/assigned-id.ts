import { createHash } from 'node:crypto';
import type { Value } from '../values/value';

/** Ids that a service draws itself, by the form it writes them in. */
export const ASSIGNED_ID = {
  /** As a notification channel has it: `4837105526617382904`. */
  digits19: (hash: string) => digits(hash, 19),
  /** As a service account has it: `104837105526617382904`. */
  digits21: (hash: string) => `1${digits(hash, 20)}`,
  /** As a budget has it: `2f1b7c1e-5f0e-4a63-9a59-0d2b7f6c1e44`. */
  uuid: (hash: string) =>
    [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-'),
} as const;

/**
 * An id that is not `taken`. Google draws ids at random; here they follow from what the thing says of itself, so that
 * the same stacks get the same ids whatever order they are applied in.
 */
export function assignedId(
  form: keyof typeof ASSIGNED_ID,
  about: Value,
  taken: (id: string) => boolean,
): string {
  for (let attempt = 0; ; attempt += 1) {
    const hash = createHash('sha256').update(`${attempt} ${JSON.stringify(about)}`).digest('hex');
    const id = ASSIGNED_ID[form](hash);
    if (!taken(id)) return id;
  }
}

function digits(hash: string, count: number): string {
  const number = BigInt(`0x${hash.slice(0, 32)}`) % 10n ** BigInt(count);
  return String(number).padStart(count, '7');
}
