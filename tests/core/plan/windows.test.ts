import type { Instant } from '../../../src/core/domain/time';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { aConfig, aRoster, aStudent } from '../sample-cohort';
import { CLASS, accommodated } from '../calendar/accommodated-cohort';
import { aPlan } from './a-plan';

const labsOf = ({ windows }: CohortPlan): readonly string[] =>
  windows[0]!.labs.map(({ lab, phase, others }) =>
    [lab, phase, ...others.map((other) => `${other.namespace}:${other.phase}`)].join(' '),
  );

const SECTIONS = aRoster([
  aStudent('ada', { team: 'Kestrel', section: '1' }),
  aStudent('bo', { team: 'Kestrel', section: '2' }),
  aStudent('cy', { section: '2' }),
  aStudent('di'),
]);
const hours = (...entries: readonly string[]): string =>
  `teamLabs: [project]\nhours: [${entries.map((each) => `{ name: Hours, ${each} }`).join(', ')}]\n`;
const hoursAt = (at: string, ...entries: readonly string[]): readonly string[] => {
  const plan = aPlan({ config: aConfig(hours(...entries)), roster: SECTIONS, at: at as Instant });
  const { everywhere, others } = plan.windows[0]!.hours;
  return [{ namespace: 'all', ...everywhere }, ...others].map(({ namespace, kind, labs }) =>
    [namespace, kind, ...labs].join(' '),
  );
};

const NOON = 'starts: 2027-01-20T11:00, ends: 2027-01-20T13:00';
const DURING = '2027-01-20T20:00:00Z';

test('A lab stands for the class as it does, and otherwise for whom another window was granted', () => {
  const config = accommodated(
    'student: bo@example.edu, lab: lab1, extraDays: 3',
    'student: cy@example.edu, lab: lab2, dueAt: 2027-01-20T08:00',
    'student: ada@example.edu, lab: lab2, extraDays: 3',
  );
  expect(labsOf(aPlan({ config, roster: CLASS }))).toEqual([
    'lab1 closed bo:open',
    'lab2 open cy:closed',
    'project upcoming',
  ]);
});

test('A window that is another and stands as the class’s does is not named', () => {
  const config = accommodated('student: bo@example.edu, extraDays: 3');
  const at = (instant: string) => labsOf(aPlan({ config, roster: CLASS, at: instant as Instant }));
  expect(at('2027-01-19T07:58:59Z')[0]).toBe('lab1 open');
  expect(at('2027-01-19T07:59:00Z')[0]).toBe('lab1 closed bo:open');
  expect(at('2027-01-22T07:58:59Z')[0]).toBe('lab1 closed bo:open');
  expect(at('2027-01-22T07:59:00Z')[0]).toBe('lab1 closed');
});

test('No hours are told, and so are those that are over or yet to come', () => {
  expect(hoursAt(DURING)).toEqual(['all open']);
  expect(hoursAt('2027-01-20T18:59:59Z', `kind: quiet, ${NOON}`)).toEqual(['all open']);
  expect(hoursAt('2027-01-20T19:00:00Z', `kind: quiet, ${NOON}`)).toEqual(['all quiet']);
  expect(hoursAt('2027-01-20T20:59:59Z', `kind: quiet, ${NOON}`)).toEqual(['all quiet']);
  expect(hoursAt('2027-01-20T21:00:00Z', `kind: quiet, ${NOON}`)).toEqual(['all open']);
});

test('An exam leaves its labs open, and two at once the labs of both', () => {
  expect(
    hoursAt(DURING, `kind: exam, labs: [lab2], ${NOON}`, `kind: exam, labs: [lab1, lab2], ${NOON}`),
  ).toEqual(['all exam lab1 lab2']);
  expect(hoursAt(DURING, `kind: exam, ${NOON}`)).toEqual(['all exam']);
});

test('Quiet hours go before an exam', () => {
  expect(hoursAt(DURING, `kind: exam, labs: [lab2], ${NOON}`, `kind: quiet, ${NOON}`)).toEqual(['all quiet']);
});

test('The hours of a section are for its places, and for teams with any of its members', () => {
  expect(hoursAt(DURING, `kind: exam, labs: [lab2], sections: ["2"], ${NOON}`)).toEqual([
    'all open',
    'bo exam lab2',
    'cy exam lab2',
    'team-kestrel exam lab2',
  ]);
});

test('Of a section only what is otherwise is named', () => {
  expect(
    hoursAt(
      DURING,
      `kind: exam, labs: [lab2], ${NOON}`,
      `kind: exam, labs: [lab2], sections: ["1"], ${NOON}`,
      `kind: quiet, sections: ["2"], ${NOON}`,
    ),
  ).toEqual(['all exam lab2', 'bo quiet', 'cy quiet', 'team-kestrel quiet']);
});

test('A tenant’s own cluster has windows of its own, and the shared one names nobody of it', () => {
  const config = aConfig(
    `places: [{ student: bo@example.edu, tier: cluster }]\n${hours(`kind: quiet, sections: ["2"], ${NOON}`)}`,
  );
  const { windows } = aPlan({ config, roster: SECTIONS, at: DURING as Instant });
  expect(
    windows.map(({ hours: { everywhere, others } }) => [
      everywhere.kind,
      ...others.map(({ namespace }) => namespace),
    ]),
  ).toEqual([
    ['open', 'bo'],
    ['open', 'cy', 'team-kestrel'],
  ]);
});
