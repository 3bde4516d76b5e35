import type { Handle } from '../../core/domain/ids';
import type { Day } from '../../core/domain/time';
import type { DuePlace, HistoryLine } from '../../core/ledger/ledger-history';
import { wrapped } from '../report-problems';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';

/** What of a ledger is shown. */
export interface ShownLedger {
  readonly lines: readonly HistoryLine[];
  readonly held: readonly DuePlace[];
  readonly emptied: readonly Handle[];
  readonly today: Day;
}

/** Day, event, handle and place before the name of who it is about. */
const BEFORE_NAME = 51;

/** The history as a table, and what is to be done about held places. */
export function ledgerLines(
  { colors, width }: Terminal,
  cohort: string,
  { lines, held, emptied, today }: ShownLedger,
): readonly string[] {
  const room = Math.max(12, width - BEFORE_NAME);
  const rows = lines.map(({ on, event, handle, who, cell, shard }) => [
    on,
    event,
    handle,
    `${cell}-${String(shard).padStart(2, '0')}`,
    cut(who ?? '(forgotten)', room),
  ]);
  const due = held.filter((place) => place.due <= today);
  const kept = held.filter((place) => place.due > today);
  return [
    `${colors.bold(cohort)}  ${counted(lines.length, 'line')}`,
    '',
    ...(rows.length === 0
      ? ['  Nobody has a place yet: "practicum synth" records them.']
      : table([['day', 'event', 'handle', 'shard', 'who'], ...rows])),
    ...(kept.length === 0
      ? []
      : [
          '',
          colors.bold('Held'),
          ...table(kept.map(({ handle, due: day }) => [handle, `kept until ${day}`])),
        ]),
    ...(due.length === 0
      ? []
      : [
          '',
          colors.bold('May be destroyed: their hold period is over'),
          ...table(due.map(({ handle, due: day }) => [handle, `since ${day}`])),
          wrapped('    ', `npx practicum destroy ${due.map(({ handle }) => handle).join(' ')}`, width),
        ]),
    ...(emptied.length === 0
      ? []
      : [
          '',
          colors.bold('Emptied: their clusters go with the second step, once the first is deployed'),
          wrapped('    ', `npx practicum destroy ${emptied.join(' ')}`, width),
        ]),
  ];
}

const cut = (text: string, room: number): string => {
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`;
};
