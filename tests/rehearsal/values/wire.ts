import { Decoder, Encoder } from '@msgpack/msgpack';

const encoder = new Encoder({ useBigInt64: true });
const decoder = new Decoder({ useBigInt64: true });

/** Bytes of a value as terraform sends it. */
export const sent = (value: unknown): Uint8Array => encoder.encode(value);

/** What terraform reads, with integers of 64 bits as bigints. */
export const received = (bytes: Uint8Array): unknown => decoder.decode(bytes);

/** `{ name: <bytes> }`, for values that no encoder writes. */
export const sentAs = (name: string, bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([0x81, 0xa0 + name.length, ...Buffer.from(name), ...bytes]);
