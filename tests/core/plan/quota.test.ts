import fc from 'fast-check';
import type { Window } from '../../../src/core/course/calendar';
import type { Course, Lab } from '../../../src/core/course/course.schema';
import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import { stands } from '../../../src/core/catalogue/workloads';
import type { LabId } from '../../../src/core/domain/ids';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import type { Instant } from '../../../src/core/domain/time';
import type { QuotaPlan } from '../../../src/core/plan/quota-plan';
import { quotaFor } from '../../../src/core/plan/quota';
import { aCourse } from '../sample-cohort';

const SAMPLE = aCourse();
const day = (n: number): Instant =>
  new Date(Date.UTC(2027, 0, 1) + n * 86_400_000).toISOString().replace('.000', '') as Instant;
const window = (lab: string, opens: number, closes: number): Window => ({
  lab: lab as LabId,
  opens: day(opens),
  due: day(closes),
  closes: day(closes),
});

/** The dimensions as plain numbers, so that the test adds up in its own way. */
const numbers = (quota: QuotaPlan): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(quota).map(([key, value]) => [
      key,
      value instanceof Cpu ? value.millis : value instanceof Bytes ? value.bytes : Number(value),
    ]),
  );

type Needs = Record<string, number>;

const add = (sum: Needs, part: Readonly<Record<string, number>>, keys = Object.keys(part)): void => {
  for (const key of keys) sum[key] = (sum[key] ?? 0) + part[key]!;
};

const STAYS = ['storage', 'volumes', 'services'];
const toolkit = (id: string) => TOOLKITS.find((each) => each.id === id)!;
const sizeOf = (id: string, size: 'small' | 'normal' | 'large') =>
  numbers(toolkit(id).sizes[size] as unknown as QuotaPlan);

/** Whether a lab finds it ready. */
const isReady = ({ id, setUp }: Lab['toolkits'][number]): boolean =>
  setUp === 'practicum' && stands(toolkit(id));

/** What is needed at an instant, added up in its own way: by toolkit, not by lab. */
function openTogether(course: Course, windows: readonly Window[], at: Instant): Needs {
  const isOpen = (index: number): boolean => windows[index]!.opens <= at && at < windows[index]!.closes;
  const sum: Needs = { services: 1 };
  for (const { id } of TOOLKITS) {
    const uses = course.labs.flatMap((lab, index) =>
      lab.toolkits.filter((use) => use.id === id).map((use) => ({ ...use, open: isOpen(index) })),
    );
    const ready = uses.filter(isReady);
    const largest = [...TOOLKIT_SIZES].reverse().find((size) => ready.some((use) => use.size === size));
    if (largest !== undefined) {
      const all = sizeOf(id, largest);
      add(sum, all, STAYS);
      if (ready.some(({ open }) => open)) add(sum, all, Object.keys(all).filter((key) => !STAYS.includes(key))); // prettier-ignore
    }
    for (const use of uses) if (use.open && !isReady(use)) add(sum, sizeOf(id, use.size));
  }
  for (const [index, lab] of course.labs.entries())
    if (isOpen(index)) add(sum, numbers(course.sizes[lab.size]!));
  return sum;
}

const aLab = fc.record({
  use: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom(...TOOLKITS.map(({ id }) => id)),
      fc.constantFrom(...TOOLKIT_SIZES),
      fc.constantFrom('practicum', 'student'),
    ),
    { maxLength: 3, selector: ([id]) => id },
  ),
  opens: fc.nat({ max: 30 }),
  length: fc.integer({ min: 1, max: 20 }),
});
const terms = fc.array(aLab, { minLength: 1, maxLength: 6 }).map((labs) => ({
  course: {
    ...SAMPLE,
    labs: labs.map(({ use }, n) => ({
      ...SAMPLE.labs[0]!,
      id: `lab${n}` as LabId,
      toolkits: use.map(([id, size, setUp]) => ({ id, size, setUp })),
    })),
  } as Course,
  windows: labs.map(({ opens, length }, n) => window(`lab${n}`, opens, opens + length)),
}));

test('A quota covers what open labs need together at every instant of the term', () => {
  fc.assert(
    fc.property(terms, ({ course, windows }) => {
      const quota = numbers(quotaFor(course, course.labs, windows));
      const short = Array.from({ length: 53 }, (_, n) => openTogether(course, windows, day(n))).flatMap(
        (needs) => Object.entries(needs).filter(([key, need]) => quota[key]! < need),
      );
      expect(short).toEqual([]);
    }),
  );
});

test('A quota is in no dimension more than some instant needs', () => {
  fc.assert(
    fc.property(terms, ({ course, windows }) => {
      const needs = Array.from({ length: 53 }, (_, n) => openTogether(course, windows, day(n)));
      for (const [key, value] of Object.entries(numbers(quotaFor(course, course.labs, windows)))) {
        expect(value).toBe(Math.max(...needs.map((need) => need[key] ?? 0)));
      }
    }),
  );
});

test('The order of labs decides nothing', () => {
  fc.assert(
    fc.property(terms, ({ course, windows }) => {
      const backwards = [...course.labs].reverse();
      expect(quotaFor(course, backwards, [...windows].reverse())).toEqual(
        quotaFor(course, course.labs, windows),
      );
    }),
  );
});

const [LAB] = SAMPLE.labs as [Lab];
const BARE: Lab = { ...LAB, toolkits: [] };

test('Labs that follow each other share their room, labs that overlap add up', () => {
  const labs = [BARE, { ...BARE, id: 'next' as LabId }];
  const cpu = (opens: number): string =>
    quotaFor(SAMPLE, labs, [window('lab1', 0, 10), window('next', opens, 20)]).cpu.toString();
  expect([cpu(10), cpu(9)]).toEqual(['500m', '1']);
});

test('A lab needs its size and its toolkits, and every place the Service of its host', () => {
  expect(JSON.stringify(quotaFor(SAMPLE, [LAB], [window('lab1', 0, 10)]))).toBe(
    '{"cpu":"550m","cpuLimit":"2250m","memory":"1088Mi","memoryLimit":"2176Mi","storage":"2Gi","ephemeralStorage":"10496Mi","pods":6,"volumes":1,"services":4,"loadBalancers":0,"gpus":0}',
  );
});

test('A tenant without labs has a place with one Service and nothing else', () => {
  const quota = numbers(quotaFor(SAMPLE, [], []));
  expect(Object.entries(quota).filter(([, value]) => value > 0)).toEqual([['services', 1]]);
});
