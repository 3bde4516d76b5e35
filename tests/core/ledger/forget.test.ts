import { cohortId } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import { YamlSource } from '../../../src/core/input/yaml-source';
import { enroll } from '../../../src/core/ledger/enroll';
import { forgetIn } from '../../../src/core/ledger/forget';
import { emptyLedger, extended } from '../../../src/core/ledger/ledger';
import { formatLedger, parseLedger } from '../../../src/core/ledger/ledger-file';
import { linesOf, problemsOf, valueOf } from '../outcomes';
import { CAPACITY, aStudent } from '../sample-cohort';

const DAYS = ['2027-01-04', '2027-02-01', '2027-03-01'] as Day[];
const parse = (text: string): ReturnType<typeof parseLedger> =>
  parseLedger(valueOf(YamlSource.read('cohort.lock.yaml', text)));
const enrolled = enroll(
  emptyLedger(cohortId('mlops-fall27')),
  [{ student: aStudent('ada').email }, { student: aStudent('bo').email }],
  DAYS[0]!,
  CAPACITY,
);

describe('A ledger that forgot somebody', () => {
  const held = enrolled.events[0]!.handle;
  const renamed = extended(enrolled, [
    { on: DAYS[1]!, event: 'renamed', handle: held, key: { student: aStudent('ada.lovelace').email } },
    { on: DAYS[1]!, event: 'held', handle: held },
    { on: DAYS[1]!, event: 'destroyed', handle: held },
  ]);
  const ledger = forgetIn(renamed, held, DAYS[2]!);
  const text = formatLedger(ledger);

  test('keeps every line, without whom they were about', () => {
    expect(ledger.events).toHaveLength(renamed.events.length + 1);
    expect(text).not.toContain('ada@');
    expect(text).not.toContain('ada.lovelace');
    expect(text).toContain('event: enrolled, handle: ada, forgotten: student, cell: 1, shard: 1');
    expect(text).toContain('event: renamed, handle: ada, forgotten: student,');
    expect(text).toContain('event: forgotten, handle: ada, sum:');
    expect(ledger.events.filter(({ handle }) => handle !== held)).toEqual(
      renamed.events.filter(({ handle }) => handle !== held),
    );
    expect(valueOf(parse(text))).toEqual(ledger);
  });

  test('gives the handle to nobody else, and the person a new one', () => {
    const again = enroll(ledger, [{ student: aStudent('ada').email }], DAYS[2]!, CAPACITY);
    expect(again.events.at(-1)).toMatchObject({ event: 'enrolled', handle: 'ada-2' });
    expect(valueOf(parse(formatLedger(again)))).toEqual(again);
  });

  test('is refused where no line says that it forgot', () => {
    const events = ledger.events.slice(0, -1);
    expect(linesOf(problemsOf(parse(formatLedger({ ...ledger, events }))))).toEqual([
      'cohort.lock.yaml:7:5 this line cannot be: no line says that the key was forgotten',
    ]);
  });

  test('cannot be made while the place stands', () => {
    expect(() => forgetIn(enrolled, held, DAYS[2]!)).toThrow('ada is active');
  });
});
