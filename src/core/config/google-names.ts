import type { IdRule } from '../domain/ids';

/** Name of a bucket. */
export const BUCKET: IdRule = {
  pattern: /^(?!goog)(?!.*google)(?=.{3,63}$)[a-z0-9][a-z0-9_-]*[a-z0-9]$/,
  allowed: '3 to 63 lower-case letters, digits, hyphens and underscores; without "google"',
  example: 'example-labs-state',
};
/** Number of a folder of projects. */
export const FOLDER: IdRule = {
  pattern: /^\d{6,20}$/,
  allowed: 'the number of a folder, quoted: digits only',
  example: '"123456789012"',
};
/** Id of a billing account. */
export const BILLING: IdRule = {
  pattern: /^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$/,
  allowed: 'a billing account: three groups of six upper-case hexadecimal digits',
  example: '0A1B2C-3D4E5F-6A7B8C',
};
