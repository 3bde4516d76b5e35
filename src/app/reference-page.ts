import { z } from 'zod';
import { COHORT_SCHEMA } from '../core/config/cohort.schema';
import { COURSE_SCHEMA } from '../core/course/course.schema';
import { SCENARIO_SCHEMA } from '../rehearsal/scenario/scenario.schema';

/** What a page says above its table. */
interface Page {
  readonly title: string;
  readonly about: string;
  readonly schema: z.ZodType;
}

const PAGES: Readonly<Record<string, Page>> = {
  'cohort.md': {
    title: 'Keys of cohort.yaml',
    about:
      'One offering of a course in one term. Unknown keys are refused, so a misspelt one is never ignored.',
    schema: COHORT_SCHEMA,
  },
  'course.md': {
    title: 'Keys of a course file',
    about:
      'A course as data. The courses that ship with Practicum are in `courses/`; copy one and name your file in `course:`.',
    schema: COURSE_SCHEMA,
  },
  'scenario.md': {
    title: 'Keys of a scenario file',
    about:
      'A term as a list of steps, for `practicum rehearse --scenario`. The scenarios that ship with Practicum are in `scenarios/`; copy one. A step that says nothing more is its word alone: `- deploy`.',
    schema: SCENARIO_SCHEMA,
  },
};

/** The pages that explain every key, by file name; made from the schemas that read the files. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map(Object.entries(PAGES).map(([file, page]) => [file, referencePage(page)]));
}

function referencePage({ title, about, schema }: Page): string {
  const rows = rowsOf(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as Described, '', false);
  const lines = rows.map(
    ({ key, required, text }) => `| \`${key}\` | ${required ? 'yes' : ''} | ${escaped(text)} |`,
  );
  return [`# ${title}`, '', about, '', '| key | needed | meaning |', '|---|---|---|', ...lines, ''].join(
    '\n',
  );
}

/** As much of JSON Schema as zod writes for our schemas. */
interface Described {
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly items?: Described;
  readonly additionalProperties?: Described | boolean;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
}

interface Row {
  readonly key: string;
  readonly required: boolean;
  readonly text: string;
}

function rowsOf(schema: Described, key: string, required: boolean): readonly Row[] {
  const own = key === '' ? [] : [{ key, required, text: textOf(schema) }];
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    rowsOf(field, key === '' ? name : `${key}.${name}`, schema.required?.includes(name) ?? false),
  );
  const items = schema.items === undefined ? [] : rowsOf(schema.items, `${key}[]`, false);
  const members =
    typeof schema.additionalProperties === 'object'
      ? rowsOf(schema.additionalProperties, `${key}.<name>`, false)
      : [];
  const forms = (schema.oneOf ?? schema.anyOf ?? []).flatMap((form) =>
    form.properties === undefined ? [] : rowsOf({ properties: form.properties }, key, false).slice(1),
  );
  return unique([...own, ...fields, ...items, ...members, ...forms]);
}

function textOf({ description, default: fallback, const: constant }: Described): string {
  const meaning = description ?? (constant === undefined ? '' : `\`${String(constant)}\``);
  const isPlain = typeof fallback !== 'object' || fallback === null;
  return fallback === undefined || !isPlain ? meaning : `${meaning} Default: ${String(fallback)}.`;
}

/** The forms of a union share keys; each is told once. */
function unique(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ key }, index) => rows.findIndex((other) => other.key === key) === index);
}

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
