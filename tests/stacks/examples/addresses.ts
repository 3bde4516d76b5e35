/** An address of a person or an account: something at a host with a dot. */
export const ADDRESS = /\S@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}/i;

/** Log-in that Label Studio wants in the form of an address: at a domain that nobody can have, so nobody's. */
const LOGIN = 'student@example.invalid';

const IN_ENVIRONMENT = /^spec\.template\.spec\.containers\.\d+\.env\.\d+\.value$/;

const DIGEST = /^[^@]+@sha256:[0-9a-f]{64}$/;

/**
 * True where no address of anybody can stand: without an "@" at all, but for the digest of an image, for the log-in of a
 * toolkit, and for the files of a program, which may name a location of their own by "@" and still hold no address.
 */
export function namesNobody(kind: string | undefined, keys: readonly string[], value: unknown): boolean {
  const text = [...keys, value].join('\n');
  if (!text.includes('@')) return true;
  if (keys.at(-1) === 'image') return DIGEST.test(String(value)) && !keys.join('\n').includes('@');
  if (kind === 'StatefulSet') return value === LOGIN && IN_ENVIRONMENT.test(keys.join('.'));
  return kind === 'ConfigMap' && keys[0] === 'data' && !ADDRESS.test(text);
}
