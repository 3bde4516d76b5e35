import { z } from 'zod';
import { EMAIL } from '../domain/ids';
import { taught, textOf } from '../input/teach';

const groupsDomain = textOf(
  (text) => (EMAIL.pattern.test(`class@${text.trim()}`) ? text.trim().toLowerCase() : undefined),
  {
    about: 'Domain of your Google Workspace or Cloud Identity, in which the groups of the cohort are made.',
    allowed: 'a domain, without @',
    example: 'example.edu',
  },
);

/** What of people is kept where, and for how long. */
export const PRIVACY_SCHEMA = taught(
  z.strictObject({
    retentionDays: taught(z.int().min(0).max(3650), {
      about:
        'Days after a place is destroyed for which its people are remembered; then they may be forgotten.',
      allowed: 'a whole number from 0 to 3650',
      example: '365',
    }).default(365),
    pseudonyms: taught(z.strictObject({ groupsDomain }), {
      about:
        'Names nobody in the cloud: places have opaque handles, and access goes to Google groups. Chosen before the first place is recorded, for good.',
      allowed: 'groupsDomain',
      example: '{ groupsDomain: example.edu }',
    }).optional(),
  }),
  {
    about: 'What is kept of people.',
    allowed: 'any of retentionDays, pseudonyms',
    example: '{ retentionDays: 180, pseudonyms: { groupsDomain: example.edu } }',
  },
);
