import fc from 'fast-check';
import { YamlSource } from '../../../src/core/input/yaml-source';
import type { Ledger, LedgerEvent } from '../../../src/core/ledger/ledger';
import { LEDGER_EVENTS, contradiction, extended, placesOf, sumOf } from '../../../src/core/ledger/ledger';
import { formatLedger, parseLedger } from '../../../src/core/ledger/ledger-file';
import { linesOf, problemsOf, valueOf } from '../outcomes';
import { DAYS, ledgers } from './any-ledger';

const parse = (text: string): ReturnType<typeof parseLedger> =>
  parseLedger(valueOf(YamlSource.read('cohort.lock.yaml', text)));

/** The text with one more line, whose sum is right. */
function withLine(ledger: Ledger, event: LedgerEvent, fields: string): string {
  const text = formatLedger(ledger);
  const sum = sumOf(/head: '([^']*)'/.exec(text)![1]!, event);
  return text
    .replace(/lines: \d+/, `lines: ${ledger.events.length + 1}`)
    .replace(/head: '[^']*'/, `head: '${sum}'`)
    .concat(
      `  - { on: ${event.on}, event: ${event.event}, handle: ${event.handle}${fields}, sum: '${sum}' }\n`,
    );
}

test('No line that cannot be is read, whatever came before, even with a right sum', () => {
  const kinds = LEDGER_EVENTS.filter((kind) => kind !== 'enrolled');
  fc.assert(
    fc.property(ledgers, fc.nat({ max: 11 }), fc.constantFrom(...kinds), (ledger, index, kind) => {
      const places = [...placesOf(ledger).values()];
      const place = places[index % Math.max(1, places.length)];
      if (place === undefined) return;
      const { handle } = place;
      const other = { team: 'Some Other Team' };
      const event: LedgerEvent =
        kind === 'renamed'
          ? { on: DAYS[2]!, event: kind, handle, key: other }
          : { on: DAYS[2]!, event: kind, handle };
      const text = withLine(ledger, event, kind === 'renamed' ? ', team: "Some Other Team"' : '');
      const wrong = contradiction(placesOf(ledger), event);
      const read = parse(text);
      if (wrong === undefined) expect(valueOf(read)).toEqual(extended(ledger, [event]));
      else {
        const line = 7 + ledger.events.length;
        expect(linesOf(problemsOf(read))).toEqual([
          `cohort.lock.yaml:${line}:5 this line cannot be: ${wrong}`,
        ]);
      }
    }),
    { numRuns: 150 },
  );
});
