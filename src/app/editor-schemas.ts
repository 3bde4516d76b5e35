import { z } from 'zod';
import { COHORT_SCHEMA } from '../core/config/cohort.schema';
import { COURSE_SCHEMA } from '../core/course/course.schema';
import { SCENARIO_SCHEMA } from '../rehearsal/scenario/scenario.schema';

/** JSON Schemas by file name, for editors: what the parsers accept, as far as a schema can say it. */
export function editorSchemas(): ReadonlyMap<string, string> {
  const write = (schema: z.ZodType, title: string): string =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) }, undefined, 2)}\n`;
  return new Map([
    ['cohort.schema.json', write(COHORT_SCHEMA, 'Practicum cohort')],
    ['course.schema.json', write(COURSE_SCHEMA, 'Practicum course')],
    ['scenario.schema.json', write(SCENARIO_SCHEMA, 'Practicum scenario')],
  ]);
}
