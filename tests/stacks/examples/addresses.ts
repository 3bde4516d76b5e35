/** An address of a person or an account: something at a host with a dot. */
export const ADDRESS = /\S@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}/i;

const DIGEST = /^[^@]+@sha256:[0-9a-f]{64}$/;

/**
 * True where no address can stand: without an "@" at all, but for the digest of an image and for the files of a
 * program, which may name a location of their own by "@" and still hold no address.
 */
export function namesNobody(kind: string | undefined, keys: readonly string[], value: unknown): boolean {
  const text = [...keys, value].join('\n');
  if (!text.includes('@')) return true;
  if (keys.at(-1) === 'image') return DIGEST.test(String(value)) && !keys.join('\n').includes('@');
  return kind === 'ConfigMap' && keys[0] === 'data' && !ADDRESS.test(text);
}
