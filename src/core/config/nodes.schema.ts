import { z } from 'zod';
import { ACCELERATORS, DEFAULT_ACCELERATOR, DEFAULT_SHARED_BY, MOST_SHARED_BY } from '../domain/gpu-machines';
import { MACHINE_TYPE_NAMES } from '../domain/machine-types';
import { taught } from '../input/teach';

const count = (about: string, min: number, max: number, example: number): z.ZodInt =>
  taught(z.int().min(min).max(max), {
    about,
    allowed: `a whole number from ${min} to ${max}`,
    example: String(example),
  });

const zoneLetter = taught(z.string().regex(/^[a-f]$/), {
  about: 'Letter of a zone, with which its name ends.',
  allowed: 'a letter from a to f',
  example: 'a',
});

/** Nodes with GPUs, which a cell has only where a lab asks for GPUs. */
const gpu = taught(
  z.strictObject({
    accelerator: taught(z.enum(ACCELERATORS), {
      about: 'Kind of GPU.',
      allowed: `one of ${ACCELERATORS.join(', ')}`,
      example: DEFAULT_ACCELERATOR,
    }).default(DEFAULT_ACCELERATOR),
    sharedBy: count(
      'How many containers take turns on one GPU; at 1 each has one for itself.',
      1,
      MOST_SHARED_BY,
      DEFAULT_SHARED_BY,
    ).default(DEFAULT_SHARED_BY),
    spot: taught(z.boolean(), {
      about: 'Cheaper nodes that can be taken away at any time.',
      allowed: 'true or false',
      example: 'false',
    }).default(false),
    max: count('Most GPUs of a cell; otherwise what all quotas together need.', 1, 1000, 10).optional(),
    zones: taught(z.array(zoneLetter).min(1).max(4), {
      about: 'Letters of the zones of the region that have this GPU; otherwise all of the cluster.',
      allowed: '1 to 4 letters from a to f',
      example: '[a, b]',
    }).optional(),
  }),
  {
    about: 'Nodes with GPUs, where a lab asks for GPUs; there are none until a pod asks for one.',
    allowed: 'any of accelerator, sharedBy, spot, max, zones',
    example: '{ accelerator: nvidia-l4, sharedBy: 4, spot: true }',
  },
).prefault({});

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
    gpu,
  }),
  {
    about: 'Lab nodes of the shared clusters.',
    allowed: 'any of machineType, spot, min, max, gpu',
    example: '{ machineType: e2-standard-4, spot: true }',
  },
);
