import { stableDigits } from './stable-value';

/**
 * Number of a project, twelve digits. Google draws it; here it follows from the id, so that the same cohort has the
 * same numbers in each rehearsal.
 */
export const projectNumber = (project: string): string => stableDigits(`project ${project}`, 12);
