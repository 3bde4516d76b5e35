import { largestOf } from '../../../src/core/catalogue/allowance';
import type { Allowance, TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { findToolkit } from '../../../src/core/catalogue/catalogue';
import { usedBy } from '../../../src/core/catalogue/contract/used-amounts';
import type { Toolkit } from '../../../src/core/catalogue/toolkit';
import { PLAIN_TERM } from '../../../src/core/course-outline/course-outline';
import type { Window } from '../../../src/core/course/calendar';
import { windowsOf } from '../../../src/core/course/calendar';
import type { Course, Lab } from '../../../src/core/course/course.schema';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import type { Instant } from '../../../src/core/domain/time';
import { quotaFor } from '../../../src/core/plan/quota';
import { placeOf } from '../catalogue/a-place';
import { PRESETS, preset } from './presets';

type Amounts = Readonly<Record<string, number>>;

const numbers = (amounts: object): Amounts =>
  Object.fromEntries(
    Object.entries(amounts).map(([key, value]) => [
      key,
      value instanceof Cpu ? value.millis : value instanceof Bytes ? value.bytes : Number(value),
    ]),
  );

const together = (all: readonly Amounts[]): Amounts =>
  all.reduce<Record<string, number>>((sum, each) => {
    for (const [key, amount] of Object.entries(each)) sum[key] = (sum[key] ?? 0) + amount;
    return sum;
  }, {});

/** What objects of a toolkit use, awake; Grafana's are made elsewhere, so that it is counted by its size. */
const usedAwake = (toolkit: Toolkit, size: (typeof TOOLKIT_SIZES)[number]): Amounts =>
  toolkit.place === undefined
    ? toolkit.workloads === undefined
      ? {}
      : numbers(toolkit.sizes[size])
    : numbers(usedBy(toolkit.place(placeOf(toolkit, size))));

/** What objects and labs of one kind of place use at an instant, whoever sets them up. */
function usedAt(labs: readonly Lab[], windows: readonly Window[], course: Course, at: Instant): Amounts {
  const open = labs.filter((lab) => {
    const { opens, closes } = windows.find((window) => window.lab === lab.id)!;
    return opens <= at && at < closes;
  });
  const uses = open.flatMap(({ toolkits }) => toolkits);
  const ids = [...new Set(uses.map(({ id }) => id))];
  return together([
    ...open.map(({ size }) => numbers(course.sizes[size] as Allowance)),
    ...ids.map((id) => {
      // As large as the largest of all its labs, open or not: a place has it once.
      const own = labs.flatMap(({ toolkits }) => toolkits).filter((use) => use.id === id);
      const placed = own.filter(({ setUp }) => setUp === 'practicum');
      return usedAwake(
        findToolkit(id),
        largestOf((placed.length > 0 ? placed : uses.filter((use) => use.id === id)).map(({ size }) => size)),
      );
    }),
    // The Service that the host leads to.
    { services: 1 },
  ]);
}

/** Instants at which a place has more than just before. */
const openings = (windows: readonly Window[]): readonly Instant[] => windows.map(({ opens }) => opens);

const KINDS = PRESETS.flatMap((id) =>
  (['student', 'team'] as const)
    .filter((kind) => preset(id).course.labs.some(({ workedBy }) => workedBy === kind))
    .map((kind) => [id, kind] as const),
);

test('Courses have places of students and of teams', () =>
  expect(new Set(KINDS.map(([, kind]) => kind))).toEqual(new Set(['student', 'team'])));

test.each(KINDS)('What runs in places of the course %s fits their quota at every moment: %s', (id, kind) => {
  const { course } = preset(id);
  const labs = course.labs.filter(({ workedBy }) => workedBy === kind);
  const windows = windowsOf(course, PLAIN_TERM, course.sessions);
  const quota = numbers(quotaFor(course, labs, windows));
  const used = openings(windows).map((at) => [at, usedAt(labs, windows, course, at)] as const);
  const over = used.flatMap(([at, amounts]) =>
    Object.entries(amounts)
      .filter(([key, amount]) => amount > quota[key]!)
      .map(([key]) => `${key} at ${at}`),
  );
  expect(over).toEqual([]);
  // Something runs: the sum is none of nothing.
  expect(Math.max(...used.map(([, { memory }]) => memory ?? 0))).toBeGreaterThan(0);
});
