import { resolve } from 'node:path';
import { classHoursCosts } from '../../core/calendar/class-hours-cost';
import type { EffectiveWindows, TenantWindows } from '../../core/calendar/effective-windows';
import { effectiveWindows } from '../../core/calendar/effective-windows';
import { handlesOf } from '../../core/calendar/handles-of';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { nearest } from '../../core/input/read-object';
import { classHoursLines } from '../calendar/class-hours-lines';
import { classLines, placeLines } from '../calendar/calendar-lines';
import { writeFeeds } from '../calendar/write-feeds';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { knownAs } from '../privacy/known-as';
import { reportProblems } from '../report-problems';
import type { CohortOptions, ResolvedCohort } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface CalendarOptions extends CohortOptions {
  readonly student?: string;
  readonly ics?: string;
  readonly everyone?: boolean;
}

/** Shows when labs open and are due, and who has other deadlines; with `--ics` writes feeds for calendars. */
export function calendar(terminal: Terminal, options: CalendarOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan } = cohort.value;
  const windows = effectiveWindows(plan);
  const asked = askedTenants(options.student, cohort.value, windows);
  if (!asked.ok) return reportProblems(terminal, asked.problems, json);
  const feeds = options.ics === undefined ? [] : feedsOf(options.ics, options, cohort.value);
  if (json) terminal.print(JSON.stringify(asData(cohort.value, windows, asked.value), undefined, 2));
  else {
    const lines =
      asked.value === undefined
        ? [...classLines(plan, windows, terminal), ...classHoursLines(classHoursCosts(plan), terminal)]
        : placeLines(plan, asked.value, terminal);
    for (const line of lines) terminal.print(line);
  }
  if (options.ics !== undefined) terminal.note(`${counted(feeds.length, 'feed')} in ${options.ics}`);
  return EXIT.ok;
}

function feedsOf(
  folder: string,
  { everyone = false }: CalendarOptions,
  { plan }: ResolvedCohort,
): readonly string[] {
  return writeFeeds(resolve(folder), plan, { everyone });
}

/** The places that `--student` names; undefined where it was not given. */
function askedTenants(
  student: string | undefined,
  { inputs, directory }: ResolvedCohort,
  { tenants }: EffectiveWindows,
): Outcome<readonly TenantWindows[] | undefined> {
  if (student === undefined) return accept(undefined);
  const handles = handlesOf(knownAs(directory, inputs, student), inputs, tenants);
  if (handles.length > 0) return accept(tenants.filter(({ handle }) => handles.includes(handle)));
  const known = tenants.map(({ handle }): string => handle);
  return refuse([
    {
      file: 'practicum calendar',
      line: 1,
      column: 1,
      message: 'nobody has this e-mail or handle',
      got: shown(student),
      allowed: `an e-mail of ${inputs.roster.file}, or a handle of the ${counted(known.length, 'place')}`,
      write: `--student ${nearest(student, known) ?? known[0] ?? 'amara-okafor'}`,
    },
  ]);
}

function asData(
  { plan }: ResolvedCohort,
  { labs, tenants }: EffectiveWindows,
  asked: readonly TenantWindows[] | undefined,
): unknown {
  const { cohort, term } = plan;
  const base = { cohort, timeZone: term.timeZone };
  return asked === undefined
    ? {
        ...base,
        labs: labs.map(({ lab, window }) => ({ ...window, workedBy: lab.workedBy })),
        others: tenants.flatMap(({ handle, own }) => own.map((window) => ({ handle, ...window }))),
        classHours: classHoursCosts(plan),
      }
    : {
        ...base,
        places: asked.map(({ handle, windows, own }) => ({
          handle,
          windows: windows.map((window) => ({
            ...window,
            own: own.some(({ lab }) => lab === window.lab),
          })),
        })),
      };
}
