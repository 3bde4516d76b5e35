import { toolkitOf } from '../catalogue/catalogue';
import type { Problem } from '../input/problem';
import { shown } from '../input/problem';
import type { CourseFile } from './parse-course';

const WHOLE_GRADE = 100;

/** What a course file may say and hardly means, each with its place; nothing of it keeps a cohort from being made. */
export function courseWarnings(file: CourseFile): readonly Problem[] {
  return [
    ...weeksWithoutTopic(file),
    ...sizesWithoutLab(file),
    ...grade(file),
    ...labsWithoutTools(file),
    ...retiredToolkits(file),
    ...largerWithoutReason(file),
  ];
}

function weeksWithoutTopic({ course, source }: CourseFile): readonly Problem[] {
  const taught = new Set(course.topics.map(({ week }) => week));
  const silent = Array.from({ length: course.weeks }, (_, index) => index + 1).filter(
    (week) => !taught.has(week),
  );
  if (silent.length === 0) return [];
  return [
    source.problem(['topics'], {
      message:
        silent.length === 1
          ? `week ${silent[0]!} has no topic`
          : `${silent.length} weeks have no topic: ${silent.join(', ')}`,
      write: `- { week: ${silent[0]!}, title: … }`,
    }),
  ];
}

function sizesWithoutLab({ course, source }: CourseFile): readonly Problem[] {
  const used = new Set(course.labs.map(({ size }) => size));
  return Object.keys(course.sizes)
    .filter((name) => !used.has(name))
    .map((name) => ({
      file: source.file,
      ...source.keyPositionOf(['sizes', name]),
      message: 'no lab has this size',
      got: shown(name),
      write: `size: ${name} in a lab, or no such size`,
    }));
}

function grade({ course, source }: CourseFile): readonly Problem[] {
  const sum = [...course.labs, ...course.other].reduce((total, { weight }) => total + weight, 0);
  if (sum === WHOLE_GRADE) return [];
  return [
    source.problem(['labs'], {
      message: 'the weights are less than the whole grade',
      got: `${sum} percent`,
      allowed: `${WHOLE_GRADE} percent with the works of "other"`,
      write: `other: [{ id: rest, title: …, weight: ${WHOLE_GRADE - sum} }]`,
    }),
  ];
}

/** A place in which nothing runs but what the student brings: seldom what is meant after the first lab. */
function labsWithoutTools({ course, source }: CourseFile): readonly Problem[] {
  return course.labs.flatMap(({ id, toolkits }, index) =>
    toolkits.length > 0
      ? []
      : [
          source.problem(['labs', index, 'id'], {
            message: `the lab ${id} has no toolkit: its students find an empty place`,
            write: 'toolkits: [{ id: prediction-api, setUp: student }]',
          }),
        ],
  );
}

/** A system that nobody maintains teaches something only beside what took its place. */
function retiredToolkits({ course, source }: CourseFile): readonly Problem[] {
  return course.labs.flatMap(({ id: lab, toolkits }, index) =>
    toolkits.flatMap((use, place) => {
      const { id } = use;
      const instead = toolkitOf(use).retired?.instead ?? [];
      if (instead.length === 0 || toolkits.some((other) => instead.includes(other.id))) return [];
      return [
        source.problem(['labs', index, 'toolkits', place, 'id'], {
          message: `${id} is not maintained any more, and the lab ${lab} has nothing in its place`,
          got: shown(id),
          allowed: `${instead.join(' or ')} beside it`,
          write: `- { id: ${instead[0]!}, size: small }`,
        }),
      ];
    }),
  );
}

/** The smallest size teaches most labs, and every place of a class pays for a larger one. */
function largerWithoutReason({ course, source }: CourseFile): readonly Problem[] {
  return course.labs.flatMap(({ id: lab, toolkits }, index) =>
    toolkits.flatMap(({ id, size, why, own }, place) =>
      size === 'small' || why !== undefined || own !== undefined
        ? []
        : [
            source.problem(['labs', index, 'toolkits', place, 'size'], {
              message: `nothing says why the lab ${lab} takes more than the smallest ${id}`,
              got: shown(size),
              allowed: 'small, or another with its reason under "why"',
              write: `- { id: ${id}, size: small }`,
            }),
          ],
    ),
  );
}
