import { createHash } from 'node:crypto';

/** Hexadecimal digits that always follow from `text`, and look like what Google makes up; at most 64. */
export const stableHex = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** Whole number from 0 to below `below` that always follows from `text`. */
export const stableNumber = (text: string, below: number): number =>
  Number(BigInt(`0x${stableHex(text, 16)}`) % BigInt(below));

/** Decimal digits that always follow from `text`, the first not zero: an id. */
export function stableDigits(text: string, length: number): string {
  const first = 10n ** BigInt(length - 1);
  return String(first + (BigInt(`0x${stableHex(text, 24)}`) % (first * 9n)));
}

/** UUID that always follows from `text`. */
export function stableUuid(text: string): string {
  const hex = stableHex(text, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
