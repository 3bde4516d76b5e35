import { z } from 'zod';
import { taught } from '../input/teach';

/** What the registries of places do beside keeping images. */
export const REGISTRY_SCHEMA = taught(
  z.strictObject({
    scan: taught(z.boolean(), {
      about:
        'Whether Google looks for known vulnerabilities in each image that is pushed; each new image costs money, without a bound.',
      allowed: 'true or false',
      example: 'true',
    }).default(false),
  }),
  {
    about: 'What the registries of places do beside keeping images.',
    allowed: 'scan',
    example: '{ scan: true }',
  },
);
