import { z } from 'zod';
import { NOT_ONE_LINE, isOneLine } from '../../core/input/one-line';
import { taught } from '../../core/input/teach';

/** More than any cohort that was measured. */
export const MOST_STUDENTS = 5000;

/** A line of text. */
export const words = (about: string, example: string, max = 80): z.ZodString =>
  taught(z.string().trim().min(1).max(max).refine(isOneLine, NOT_ONE_LINE), {
    about,
    allowed: `1 to ${max} characters`,
    example,
  });

/** A whole number. */
export const count = (about: string, min: number, max: number, example: number): z.ZodInt =>
  taught(z.int().min(min).max(max), {
    about,
    allowed: `a whole number from ${min} to ${max}`,
    example: String(example),
  });
