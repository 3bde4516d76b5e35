import type { Handle } from '../../../../src/core/domain/ids';
import type { LedgerEvent } from '../../../../src/core/ledger/ledger';
import { renamesInOrder } from '../../../../src/core/roster/delta/renames-in-order';
import { problemsOf, valueOf } from '../../outcomes';
import { DAY, ledgerOf, student } from './a-class';

const LEDGER = ledgerOf([student('ada'), student('bo')]);
const rename = (who: string, to: string): LedgerEvent => ({
  on: DAY,
  event: 'renamed',
  handle: who as Handle,
  key: { student: student(to).email },
});

test('A name is given up before another place takes it', () => {
  const [ada, bo] = [rename('ada', 'bo'), rename('bo', 'cy')];
  expect(valueOf(renamesInOrder(LEDGER, [ada, bo], 'new.csv'))).toEqual([bo, ada]);
  expect(valueOf(renamesInOrder(LEDGER, [], 'new.csv'))).toEqual([]);
});

test('Two that exchange their names are told', () => {
  const problems = problemsOf(renamesInOrder(LEDGER, [rename('ada', 'bo'), rename('bo', 'ada')], 'new.csv'));
  expect(problems.map(({ message }) => message)).toEqual([
    'the place ada cannot take its new name: bo has this key',
    'the place bo cannot take its new name: ada has this key',
  ]);
});
