import { z } from 'zod';
import { MACHINE_TYPE_NAMES } from '../domain/machine-types';
import { taught } from '../input/teach';

const count = (about: string, min: number, max: number, example: number): z.ZodInt =>
  taught(z.int().min(min).max(max), {
    about,
    allowed: `a whole number from ${min} to ${max}`,
    example: String(example),
  });

/** Nodes that tenants' pods run on. */
export const NODES_SCHEMA = taught(
  z.strictObject({
    machineType: taught(z.enum(MACHINE_TYPE_NAMES), {
      about: 'Machine of the lab nodes.',
      allowed: `one of ${MACHINE_TYPE_NAMES.join(', ')}`,
      example: MACHINE_TYPE_NAMES[0]!,
    }).default('e2-standard-4'),
    spot: taught(z.boolean(), {
      about: 'Cheaper nodes that can be taken away at any time.',
      allowed: 'true or false',
      example: 'false',
    }).default(false),
    min: count('Fewest lab nodes; at 0 a class has its own all the same, see classHours.', 0, 100, 0).default(
      0,
    ),
    max: count('Most lab nodes of a cell; otherwise what all quotas together need.', 1, 1000, 30).optional(),
  }),
  {
    about: 'Lab nodes of the shared clusters.',
    allowed: 'any of machineType, spot, min, max',
    example: '{ machineType: e2-standard-4, spot: true }',
  },
);
