import { z } from 'zod';
import type { CohortId, Handle } from '../domain/ids';
import { COHORT_ID, EMAIL, HANDLE, cellNumber, email, shardNumber } from '../domain/ids';
import { DAY_ALLOWED, tryParseDay } from '../domain/time';
import type { Outcome, Problem } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import { readObject } from '../input/read-object';
import { taught, textOf } from '../input/teach';
import type { YamlSource } from '../input/yaml-source';
import type { LastingProject } from './lasting-projects';
import { OUTSIDE_KINDS, lasts } from './lasting-projects';
import type { Ledger, LedgerEvent, LedgerKey, LedgerPlace } from './ledger';
import { LEDGER_EVENTS, applyEvent, contradiction, headOf, isForgotten, sumOf, sumOfProject } from './ledger';

const number = z.int().min(1).max(99);

const LINE = taught(
  z.strictObject({
    on: textOf(tryParseDay, { about: 'Day of the event.', allowed: DAY_ALLOWED, example: '2027-01-04' }),
    event: z.enum(LEDGER_EVENTS),
    handle: textOf((text) => (HANDLE.pattern.test(text) ? (text as Handle) : undefined), {
      about: 'Permanent handle.',
      ...HANDLE,
    }),
    student: textOf((text) => (EMAIL.pattern.test(text) ? email(text) : undefined), {
      about: 'Student.',
      ...EMAIL,
    }).optional(),
    team: z.string().min(1).optional(),
    forgotten: z.enum(['student', 'team']).optional(),
    cell: number.transform(cellNumber).optional(),
    shard: number.transform(shardNumber).optional(),
    sum: z.string(),
  }),
  { about: 'A line of the ledger.', allowed: 'what practicum wrote', example: '{ … }' },
);

type Line = z.output<typeof LINE>;

const PROJECT = taught(
  z.strictObject({
    on: textOf(tryParseDay, { about: 'Day of the plan.', allowed: DAY_ALLOWED, example: '2027-01-04' }),
    cell: number.transform(cellNumber),
    project: z.enum(OUTSIDE_KINDS),
    sum: z.string(),
  }),
  { about: 'A project of a cell.', allowed: 'what practicum wrote', example: '{ … }' },
);

const LEDGER_SCHEMA = z.strictObject({
  version: taught(z.literal(1), { about: 'Version of the format.', allowed: '1', example: '1' }),
  cohort: textOf((text) => (COHORT_ID.pattern.test(text) ? (text as CohortId) : undefined), {
    about: 'Cohort.',
    ...COHORT_ID,
  }),
  lines: taught(z.int().min(0), {
    about: 'How many lines follow.',
    allowed: 'a whole number',
    example: '60',
  }),
  head: taught(z.string(), {
    about: 'Sum of the last line.',
    allowed: 'what practicum wrote',
    example: '1f2e3d4c5b6a7988',
  }),
  events: taught(z.array(LINE), {
    about: 'What happened, oldest first.',
    allowed: 'a list of lines',
    example: '[]',
  }),
  projects: taught(z.array(PROJECT), {
    about: 'Projects beside those of cells, which stay until the teardown.',
    allowed: 'a list of lines',
    example: '[]',
  }).optional(),
});

/** What to do with a ledger that is not as it was written; never to mend it by hand. */
export const RESTORE = 'bring the file back from version control (git checkout -- cohort.lock.yaml)';

/** Reads a ledger; one that was cut, edited or merged by hand is refused with the first line that shows it. */
export function parseLedger(source: YamlSource): Outcome<Ledger> {
  const { value, problems } = readObject(LEDGER_SCHEMA, source);
  if (value === undefined) {
    const write = isNewer(source.valueAt(['version'])) ? NEWER : RESTORE;
    return refuse(problems.map((problem) => ({ ...problem, write })));
  }
  const events: LedgerEvent[] = [];
  const places = new Map<Handle, LedgerPlace>();
  let sum: string = value.cohort;
  for (const [index, line] of value.events.entries()) {
    const event = eventOf(line);
    if (event === undefined)
      return refuse([edited(source, index, 'this line lacks a part, or has one too many')]);
    const wrong = contradiction(places, event);
    if (wrong !== undefined) return refuse([edited(source, index, `this line cannot be: ${wrong}`)]);
    sum = sumOf(sum, event);
    if (sum !== line.sum) return refuse([edited(source, index, CHANGED)]);
    applyEvent(places, event);
    events.push(event);
  }
  const silent = events.findIndex(({ handle }) => isForgottenUnsaid(places.get(handle)));
  if (silent !== -1)
    return refuse([edited(source, silent, 'this line cannot be: no line says that the key was forgotten')]);
  const { projects: projectLines = [] } = value;
  const projects: LastingProject[] = [];
  let last: string | undefined;
  for (const [index, { sum: written, ...project }] of projectLines.entries()) {
    if (lasts({ projects }, project.cell, project.project))
      return refuse([edited(source, index, 'this line is there twice', 'projects')]);
    last = sumOfProject(last ?? value.cohort, project);
    if (last !== written) return refuse([edited(source, index, CHANGED, 'projects')]);
    projects.push(project);
  }
  const count = events.length + projects.length;
  if (value.lines === count && value.head !== headOf(sum, last)) {
    return refuse([
      source.problem(['head'], {
        message: 'the lines below do not lead to this sum',
        got: shown(value.head),
        allowed: 'only what practicum wrote',
        write: RESTORE,
      }),
    ]);
  }
  if (value.lines !== count) {
    return refuse([
      source.problem(['lines'], {
        message: 'lines at the end of the ledger are missing, or were added by hand',
        got: `${count} lines`,
        allowed: `the ${value.lines} lines that practicum wrote`,
        write: RESTORE,
      }),
    ]);
  }
  return accept({ cohort: value.cohort, events, ...(projects.length === 0 ? {} : { projects }) });
}

const CHANGED = 'this line or one above it was changed by hand';

const NEWER = 'run the practicum that wrote this file: this one reads version 1';

const isNewer = (version: unknown): boolean => typeof version === 'number' && version > 1;

/** Part of a ledger that was cut and written anew by hand, or by another program. */
const isForgottenUnsaid = (place: LedgerPlace | undefined): boolean =>
  place !== undefined && isForgotten(place.key) && place.forgotten === undefined;

/** The event that a line tells; undefined where it lacks a part or has one too many. */
function eventOf({ on, event, handle, cell, shard, ...who }: Line): LedgerEvent | undefined {
  const key = keyOf(who);
  const hasSeat = cell !== undefined || shard !== undefined;
  if (event === 'enrolled') {
    if (key === undefined || cell === undefined || shard === undefined) return undefined;
    return { on, event, handle, key, cell, shard };
  }
  if (hasSeat) return undefined;
  if (event === 'renamed') return key && { on, event, handle, key };
  const isBare = who.student === undefined && who.team === undefined && who.forgotten === undefined;
  return isBare ? { on, event, handle } : undefined;
}

function keyOf({
  student,
  team,
  forgotten,
}: Pick<Line, 'student' | 'team' | 'forgotten'>): LedgerKey | undefined {
  const keys = [
    ...(student === undefined ? [] : [{ student }]),
    ...(team === undefined ? [] : [{ team }]),
    ...(forgotten === undefined ? [] : [{ forgotten }]),
  ];
  return keys.length === 1 ? keys[0] : undefined;
}

function edited(
  source: YamlSource,
  index: number,
  message: string,
  list: 'events' | 'projects' = 'events',
): Problem {
  const got = source.valueAt([list, index]);
  return source.problem([list, index], {
    message,
    got: shown(got),
    allowed: 'only lines that practicum wrote',
    write: RESTORE,
  });
}

/** The ledger as it is kept: one line per event, in the order they happened. */
export function formatLedger(ledger: Ledger): string {
  let sum: string = ledger.cohort;
  const lines = ledger.events.map((event) => {
    sum = sumOf(sum, event);
    return `  - { ${fieldsOf(event).join(', ')}, sum: '${sum}' }`;
  });
  let last: string | undefined;
  const projects = (ledger.projects ?? []).map((each) => {
    last = sumOfProject(last ?? ledger.cohort, each);
    return `  - { on: ${each.on}, cell: ${each.cell}, project: ${each.project}, sum: '${last}' }`;
  });
  return [
    '# Who has which place. Written by practicum: commit this file, never edit it.',
    'version: 1',
    `cohort: ${ledger.cohort}`,
    `lines: ${lines.length + projects.length}`,
    `head: '${headOf(sum, last)}'`,
    ...(lines.length === 0 ? ['events: []'] : ['events:', ...lines]),
    ...(projects.length === 0
      ? []
      : ['# Projects that stay until the teardown, used or not.', 'projects:', ...projects]),
    '',
  ].join('\n');
}

function fieldsOf(event: LedgerEvent): readonly string[] {
  const fields = [`on: ${event.on}`, `event: ${event.event}`, `handle: ${event.handle}`];
  if (event.event === 'renamed') return [...fields, keyField(event.key)];
  if (event.event !== 'enrolled') return fields;
  return [...fields, keyField(event.key), `cell: ${event.cell}`, `shard: ${event.shard}`];
}

function keyField(key: LedgerKey): string {
  if (isForgotten(key)) return `forgotten: ${key.forgotten}`;
  return 'student' in key ? `student: ${JSON.stringify(key.student)}` : `team: ${JSON.stringify(key.team)}`;
}
