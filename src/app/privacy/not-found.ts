import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import { nearest } from '../../core/input/read-object';
import { placesOf } from '../../core/ledger/ledger';
import type { PlanInputs } from '../../core/plan/plan-inputs';
import type { CohortDirectory } from '../cohort-directory';
import { LEDGER_FILE } from '../cohort-directory';
import { counted } from '../table';

/** Nobody is known by what a person asked for. */
export function notFound(
  command: string,
  asked: string,
  { ledger, roster }: PlanInputs,
  directory: CohortDirectory,
): Problem {
  const handles = [...placesOf(ledger).keys()].map(String);
  const near = nearest(asked.trim() === '' ? '?' : asked, handles);
  return {
    file: command,
    line: 1,
    column: 1,
    message: 'nobody has this e-mail, handle or team name',
    got: shown(asked),
    allowed: `an e-mail or a team of ${roster.file}, or one of the ${counted(handles.length, 'handle')} of ${directory.display(LEDGER_FILE)}`,
    ...(near === undefined ? {} : { write: `${command} ${near}` }),
  };
}
