import { COHORT_HOURS } from './cohort-yaml-hours.cases';
import { COHORT_PEOPLE } from './cohort-yaml-people.cases';
import { COHORT_TEXT } from './cohort-yaml-text.cases';
import { COHORT_VALUES } from './cohort-yaml-values.cases';
import { contentsOf, problemsIn, withCohort } from './cohort-on-disk';
import type { CohortOnDisk } from './cohort-on-disk';
import { COURSE_FILE } from './course-file.cases';
import { expectForPeople, expectShown, expectTold } from './expect-told';
import type { HostileCase } from './hostile-case';
import { IMAGE_LOCK } from './image-lock.cases';
import { run } from './in-process';
import { LEDGER } from './ledger.cases';
import { ROSTER_PEOPLE } from './roster-people.cases';
import { ROSTER_TEXT } from './roster-text.cases';
import { SEVERAL_FILES } from './several-files.cases';

const AT = ['--at', '2027-02-15T12:00'];

const isLegal = ({ told }: HostileCase): boolean => told.length === 0;

async function refuses(file: string, { told }: HostileCase, place: CohortOnDisk): Promise<void> {
  const before = contentsOf(place.root);
  const asJson = await run('synth', '--json', '--cohort', place.cohort, '--out', place.out);
  const forPeople = await run('synth', '--cohort', place.cohort, '--out', place.out);
  expect(contentsOf(place.root)).toEqual(before);
  expect([asJson.code, forPeople.code]).toEqual([2, 2]);
  expect([asJson.err, forPeople.out]).toEqual(['', '']);

  const problems = problemsIn(asJson, place);
  expectTold(file, problems, told);
  expectForPeople(problems, place);
  expectShown(forPeople.err, problems);
}

async function accepts({ asGood }: HostileCase, { root, cohort }: CohortOnDisk): Promise<void> {
  const before = contentsOf(root);
  const checked = await run('check', '--json', '--cohort', cohort);
  expect(contentsOf(root)).toEqual(before);
  expect({ code: checked.code, ...(JSON.parse(checked.out) as object) }).toMatchObject({
    code: 0,
    problems: [],
  });
  if (asGood === true) expect(JSON.parse(await planOf(cohort))).toEqual(JSON.parse(await goodPlan()));
}

const planOf = async (cohort: string): Promise<string> =>
  (await run('plan', '--json', '--cohort', cohort, ...AT)).out;

let good: Promise<string> | undefined;
const goodPlan = (): Promise<string> => (good ??= withCohort({}, ({ cohort }) => planOf(cohort)));

test('The cohort that all cases are edits of is good', () =>
  withCohort({}, (place) => accepts({ name: 'good', files: {}, told: [] }, place)));

describe.each<[string, string, readonly HostileCase[]]>([
  ['cohort.yaml as text', 'cohort.yaml', COHORT_TEXT],
  ['cohort.yaml as values', 'cohort.yaml', COHORT_VALUES],
  ['The people of cohort.yaml', 'cohort.yaml', COHORT_PEOPLE],
  ['The hours of cohort.yaml', 'cohort.yaml', COHORT_HOURS],
  ['The course file', 'course.yaml', COURSE_FILE],
  ['roster.csv as text', 'roster.csv', ROSTER_TEXT],
  ['The people of roster.csv', 'roster.csv', ROSTER_PEOPLE],
  ['The ledger', 'cohort.lock.yaml', LEDGER],
  ['The lock of images', 'images.lock.yaml', IMAGE_LOCK],
  ['Several files at once', 'cohort.yaml', SEVERAL_FILES],
])('%s', (_, file, cases) => {
  test.each(cases.filter((each) => !isLegal(each)))('is refused, and nothing is written: $name', (each) =>
    withCohort(each.files, (place) => refuses(file, each, place)),
  );
  test.each(cases.filter(isLegal))('is accepted: $name', (each) =>
    withCohort(each.files, (place) => accepts(each, place)),
  );
});
