import type { Outcome, Problem } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import { nearest, readObject } from '../input/read-object';
import type { Path, YamlSource } from '../input/yaml-source';
import { checkRubrics } from './check-rubrics';
import { checkSetUp } from './check-set-up';
import type { Course } from './course.schema';
import { COURSE_SCHEMA } from './course.schema';
import { checkOwnToolkits } from './own-toolkits';

/** A course together with the file it stands in, for checks that need the cohort too. */
export interface CourseFile {
  readonly course: Course;
  readonly source: YamlSource;
}

/** Reads a course; presets and an instructor's own file pass the same checks. */
export function parseCourse(source: YamlSource): Outcome<CourseFile> {
  const { partial, value, problems } = readObject(
    COURSE_SCHEMA,
    source,
    'start from a copy of a course that ships with practicum, courses/w255.yaml',
  );
  const all = [...problems, ...crossChecks(partial, source)];
  return all.length === 0 && value !== undefined ? accept({ course: value, source }) : refuse(all);
}

function crossChecks(course: Partial<Course>, source: YamlSource): readonly Problem[] {
  return [
    ...uniqueIds(course, source),
    ...knownSizes(course, source),
    ...limitsAboveGuarantees(course, source),
    ...weights(course, source),
    ...weeksWithin(course, source),
    ...uniqueToolkits(course, source),
    ...checkOwnToolkits(course, source),
    ...checkSetUp(course, source),
    ...sessionsRunForward(course, source),
    ...checkRubrics(course, source),
  ];
}

/** Labs and other graded work are called by their ids alike. */
function uniqueIds({ labs = [], other = [] }: Partial<Course>, source: YamlSource): readonly Problem[] {
  const named = [
    ...labs.map(({ id }, index) => ({ id: String(id), path: ['labs', index, 'id'] as Path, word: 'lab' })),
    ...other.map(({ id }, index) => ({ id, path: ['other', index, 'id'] as Path, word: 'work' })),
  ];
  return named.flatMap(({ id, path, word }, index) => {
    const first = named.findIndex((each) => each.id === id);
    if (first === index) return [];
    const { line } = source.positionOf(named[first]!.path);
    return [
      source.problem(path, {
        message: `another ${named[first]!.word} has this id, in line ${line}`,
        got: shown(id),
        allowed: `an id for each ${word}`,
        write: `id: ${id}-2`,
      }),
    ];
  });
}

function knownSizes({ labs = [], sizes }: Partial<Course>, source: YamlSource): readonly Problem[] {
  if (sizes === undefined) return [];
  const names = Object.keys(sizes);
  if (names.length === 0) {
    return [
      source.problem(['sizes'], {
        message: 'the course has no size of place',
        allowed: 'one size at least, which labs name',
        write: 'sizes: { normal: { … } }',
      }),
    ];
  }
  return labs.flatMap((lab, index) =>
    names.includes(lab.size)
      ? []
      : [
          source.problem(['labs', index, 'size'], {
            message: 'no size has this name',
            got: shown(lab.size),
            allowed: `one of ${names.join(', ')}`,
            write: `size: ${nearest(lab.size, names) ?? names[0] ?? 'normal'}`,
          }),
        ],
  );
}

/** What a place has for sure is part of the most that it can have. */
function limitsAboveGuarantees({ sizes = {} }: Partial<Course>, source: YamlSource): readonly Problem[] {
  return Object.entries(sizes).flatMap(([name, { cpu, cpuLimit, memory, memoryLimit }]) => {
    const problem = (key: string, guaranteed: string): Problem =>
      source.problem(['sizes', name, key], {
        message: 'the most is less than what is guaranteed',
        got: shown(source.valueAt(['sizes', name, key])),
        allowed: `${guaranteed} or more`,
        write: `${key}: ${guaranteed}`,
      });
    return [
      ...(cpuLimit.millis < cpu.millis ? [problem('cpuLimit', cpu.toString())] : []),
      ...(memoryLimit.bytes < memory.bytes ? [problem('memoryLimit', memory.toString())] : []),
    ];
  });
}

function weights({ labs = [], other = [] }: Partial<Course>, source: YamlSource): readonly Problem[] {
  const sum = [...labs, ...other].reduce((total, { weight }) => total + weight, 0);
  if (sum <= 100) return [];
  return [
    source.problem(['labs'], {
      message: `the weights of the labs ${other.length === 0 ? '' : 'and of "other" '}are more than the whole grade`,
      got: `${sum} percent`,
      allowed: 'at most 100 percent together',
      write: 'smaller weights',
    }),
  ];
}

function weeksWithin(
  { labs = [], other = [], topics = [], weeks }: Partial<Course>,
  source: YamlSource,
): readonly Problem[] {
  if (weeks === undefined) return [];
  const places: { path: Path; week: number }[] = [
    ...topics.map(({ week }, index) => ({ path: ['topics', index, 'week'], week })),
    ...labs.map(({ opens }, index) => ({ path: ['labs', index, 'opens', 'week'], week: opens.week })),
    ...labs.flatMap(({ due }, index) =>
      'week' in due ? [{ path: ['labs', index, 'due', 'week'], week: due.week }] : [],
    ),
    ...other.flatMap(({ held }, index) =>
      held === undefined ? [] : [{ path: ['other', index, 'held', 'week'], week: held.week }],
    ),
  ];
  return places
    .filter(({ week }) => week > weeks)
    .map(({ path, week }) =>
      source.problem(path, {
        message: `the course has ${weeks} weeks`,
        got: String(week),
        allowed: `a week from 1 to ${weeks}`,
        write: `week: ${weeks}`,
      }),
    );
}

function uniqueToolkits({ labs = [] }: Partial<Course>, source: YamlSource): readonly Problem[] {
  return labs.flatMap((lab, labIndex) =>
    lab.toolkits.flatMap((use, index) =>
      lab.toolkits.findIndex((other) => other.id === use.id) === index
        ? []
        : [
            source.problem(['labs', labIndex, 'toolkits', index, 'id'], {
              message: `the lab ${lab.id} names this toolkit twice`,
              got: shown(use.id),
              write: 'one of the two; size: large gives more of it',
            }),
          ],
    ),
  );
}

/** Of a course or of a cohort, which can name its own. */
export function sessionsRunForward(
  { sessions = [] }: { readonly sessions?: Course['sessions'] | undefined },
  source: YamlSource,
): readonly Problem[] {
  return sessions.flatMap((session, index) =>
    session.starts < session.ends
      ? []
      : [
          source.problem(['sessions', index, 'ends'], {
            message: 'the class ends before it starts',
            got: shown(session.ends),
            allowed: `a time after ${session.starts} on the same day`,
            write: 'ends: "23:59"',
          }),
        ],
  );
}
