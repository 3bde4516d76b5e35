import type { LedgerEvent } from '../../core/ledger/ledger';
import { placesOf } from '../../core/ledger/ledger';
import { dueFrom } from '../../core/ledger/place-step';
import { shardStackName } from '../../core/domain/names';
import type { TakenStep } from '../commands/place-step';
import { wrapped } from '../report-problems';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';

interface Written {
  readonly dryRun: boolean;
  readonly file: string;
}

/** What was recorded, as a person reads it: which places, and what has to be done for it to be so. */
export function stepLines(
  terminal: Terminal,
  taken: TakenStep,
  { dryRun, file }: Written,
): readonly string[] {
  const { colors, width } = terminal;
  const { events, ledger, holdDays } = taken;
  const places = placesOf(ledger);
  const rows = events.map(({ handle, event }) => {
    const place = places.get(handle)!;
    const due = event === 'held' ? `kept until ${dueFrom(place, holdDays)}` : '';
    return [handle, event, shardStackName(place.cell, place.shard), due];
  });
  const done = dryRun
    ? `${colors.yellow('!')} Nothing was written: this would be recorded.`
    : `${colors.green('✓')} ${counted(events.length, 'line')} recorded in ${file}; commit it`;
  return [done, '', ...table(rows), '', ...notes(events).map((note) => wrapped('', note, width)), ...NEXT];
}

const NEXT = [
  '',
  'Then',
  '    npx practicum synth',
  "    npx cdktf deploy '*' --parallelism 4 --outputs-file outputs.json",
];

/** What becomes of the places with the next deploy. */
function notes(events: readonly LedgerEvent[]): readonly string[] {
  const happened = new Set(events.map(({ event }) => event));
  return [
    ...(happened.has('held')
      ? [
          'With the next deploy nobody but staff has access; all data is kept. "practicum return" gives it back.',
        ]
      : []),
    ...(happened.has('returned') ? ['With the next deploy all is as it was before.'] : []),
    ...(happened.has('emptied')
      ? [
          'A cluster of their own is taken away in two deploys. With the next one goes what runs in it, disks and load balancers among it; after that, practicum destroy them again, and deploy again.',
        ]
      : []),
    ...(happened.has('destroyed')
      ? [
          'With the next deploy the places and all data in them are gone, and their handles are given to nobody.',
        ]
      : []),
  ];
}
