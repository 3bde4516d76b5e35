import fc from 'fast-check';
import type { CohortId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import type { TeardownJournal } from '../../../src/core/teardown/teardown-journal';
import {
  JOURNAL_SCHEMA,
  TEARDOWN_STEPS,
  isDone,
  newJournal,
  withBegun,
  withEnded,
  withoutWorkOn,
} from '../../../src/core/teardown/teardown-journal';

const NOON = '2027-05-01T12:00:00Z' as Instant;
const START = newJournal('w255-spring27' as CohortId, NOON);

const work = fc.record({
  step: fc.constantFrom(...TEARDOWN_STEPS),
  what: fc.constantFrom('cell-1', 'shard-1-01', 'amara-okafor'),
});

test('Whatever is begun and ended, the journal is one that is read again, and only what ended is done', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ work, ends: fc.boolean() })), (steps) => {
      let journal: TeardownJournal = START;
      for (const { work: each, ends } of steps) {
        journal = withBegun(journal, each, NOON);
        expect(isDone(journal, each)).toBe(false);
        if (ends) journal = withEnded(journal, each, NOON, 'done');
        expect(isDone(journal, each)).toBe(ends);
      }
      expect(JOURNAL_SCHEMA.parse(JSON.parse(JSON.stringify(journal)))).toEqual(journal);
    }),
  );
});

test('What stands again is to be done again in every step, and the teardown has not ended', () => {
  const done = withEnded(withEnded(START, { step: 'freeze', what: 'shard-1-01' }, NOON, 'x'), { step: 'cells', what: 'cell-1' }, NOON, 'x'); // prettier-ignore
  const again = withoutWorkOn({ ...done, archive: '/a', ended: NOON }, new Set(['shard-1-01']));
  expect(Object.keys(again.work)).toEqual(['cells cell-1']);
  expect([again.archive, again.ended]).toEqual(['/a', undefined]);
});
