import { z } from 'zod';
import { taught } from '../input/teach';

const days = (about: string, example: number): z.ZodInt =>
  taught(z.int().min(0).max(60), {
    about,
    allowed: 'a whole number from 0 to 60',
    example: String(example),
  });

const twoDecimals = (percent: number): boolean => Math.round(percent * 100) / 100 === percent;

/**
 * What happens after the due time: nothing is accepted, or so many days, free or at a price by the hour,
 * of which so many days are forgiven over the term.
 */
export const LATE_SCHEMA = taught(
  z
    .strictObject({
      acceptedDays: days('Days that late work is accepted; 0: none, late work gets zero.', 0),
      percentPerHour: taught(z.number().gt(0).max(100).refine(twoDecimals, 'has more than two decimals'), {
        about: 'Percent of the grade of the lab that each hour begun costs; without it, accepted is free.',
        allowed: 'a number above 0, up to 100, with up to two decimals',
        example: '0.5',
      }).optional(),
      forgivenDays: days(
        'Days of lateness that cost nothing, over the whole term; spent where they save most.',
        15,
      ).optional(),
    })
    .refine(
      ({ acceptedDays, percentPerHour }) => acceptedDays > 0 || percentPerHour === undefined,
      'prices hours that are not accepted: acceptedDays is 0',
    )
    .refine(
      ({ percentPerHour, forgivenDays }) => percentPerHour !== undefined || forgivenDays === undefined,
      'forgives days that cost nothing: there is no percentPerHour',
    ),
  {
    about: 'What happens after the due time.',
    allowed: 'acceptedDays, and any of percentPerHour, forgivenDays',
    example: '{ acceptedDays: 0 }',
  },
);

export type LatePolicy = Readonly<z.output<typeof LATE_SCHEMA>>;
