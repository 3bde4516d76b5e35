import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, problemsIn, withCohort } from './cohort-on-disk';
import { expectForPeople, expectShown, expectTold, faultsOf } from './expect-told';
import { run } from './in-process';
import { INVENTORY, ODD_INVENTORIES } from './inventory.cases';

const AT = ['--at', '2027-05-01T00:00'];

test.each(INVENTORY.map((each) => [each.name, each] as const))(
  'An inventory is refused: %s',
  (_, { files, told }) =>
    withCohort(files, async (place) => {
      const before = contentsOf(place.root);
      const args = ['leaks', join(place.cohort, 'inventory.json'), '--cohort', place.cohort, '--out', place.out, ...AT]; // prettier-ignore
      const asJson = await run(...args, '--json');
      const forPeople = await run(...args);
      expect(contentsOf(place.root)).toEqual(before);
      expect([asJson.code, forPeople.code, asJson.err, forPeople.out]).toEqual([2, 2, '', '']);
      const problems = problemsIn(asJson, place);
      expectTold('inventory.json', problems, told);
      expectForPeople(problems, place);
      expectShown(forPeople.err, problems);
    }),
);

test.each(ODD_INVENTORIES.map((each) => [each.name, each] as const))(
  'An odd inventory is read: %s',
  (_, { text, types }) =>
    withCohort({ 'inventory.json': text }, async ({ cohort }) => {
      const args = ['leaks', join(cohort, 'inventory.json'), '--cohort', cohort, ...AT];
      const { code, out } = await run(...args, '--json');
      const { leftovers } = JSON.parse(out) as { leftovers: readonly { type: string }[] };
      expect(leftovers.map(({ type }) => type)).toEqual(types);
      expect(code).toBe(types.length === 0 ? 0 : 1);
      const forPeople = await run(...args);
      expect(faultsOf(forPeople.out)).toEqual([]);
    }),
);

test('All that is wrong with several inventories and with the cohort is told at once', () =>
  withCohort({ 'inventory.json': '[null]', 'roster.csv': 'nothing\n' }, async (place) => {
    const second = join(place.cohort, 'second.json');
    writeFileSync(second, 'oops');
    const args = ['leaks', second, join(place.cohort, 'inventory.json'), '--cohort', place.cohort, '--json'];
    const { code, out } = await run(...args, ...AT);
    expect(code).toBe(2);
    const files = problemsIn({ code, out, err: '' }, place).map(({ file }) => file);
    expect([...new Set(files)]).toEqual(['roster.csv', 'inventory.json', 'second.json']);
  }));
