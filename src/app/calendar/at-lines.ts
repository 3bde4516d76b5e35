import type { CohortAt, LabAt } from '../../core/calendar/at-instant';
import type { PoolCost } from '../../core/calendar/node-cost';
import type { TimeZone } from '../../core/domain/time';
import { readable, readableInTerm } from '../../core/domain/time';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { HourPlan } from '../../core/plan/windows-plan';
import { wrapped } from '../report-problems';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';
import { classHoursAtLines } from './class-hours-lines';

/** The state of a cohort at an instant, for people. */
export function atLines(
  plan: CohortPlan,
  state: CohortAt,
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): readonly string[] {
  const { timeZone } = plan.term;
  const heading = (text: string): string => `\n${colors.bold(text)}`;
  const others = otherRows(state, timeZone);
  return [
    `${colors.bold(plan.cohort)}  ${readable(state.at, timeZone)}, ${timeZone}`,
    wrapped(
      '  ',
      `${state.at}; ${PHASE[state.phase]}; places and deadlines as the files have them today`,
      width,
    ),
    heading('Labs'),
    ...table(state.labs.map((lab) => labRow(lab, timeZone))),
    ...(others.length === 0 ? [] : [heading('Otherwise than the class'), ...table(others)]),
    heading('Who'),
    ...[...whoLines(state, timeZone), ...state.hours.map((hour) => hourLine(hour, timeZone))].map((line) =>
      wrapped('  ', line, width),
    ),
    heading('Nodes'),
    ...table(state.pools.map(poolRow)),
    ...costNotes(state).map((line) => wrapped('  ', line, width)),
    ...classHoursAtLines(state.classHours, timeZone, { colors, width }),
  ];
}

/** What an exam or quiet hours leave to the places that they are for. */
function hourLine({ name, kind, to, labs, namespaces }: HourPlan, zone: TimeZone): string {
  const where = namespaces === undefined ? 'in all places' : `in ${counted(namespaces.length, 'place')}`;
  const only = kind === 'exam' && labs.length > 0 ? `only work on ${labs.join(', ')}` : 'nothing';
  return `${kind} "${name}" until ${readable(to, zone)}, ${where}: students can change ${only}, and get into no pod`;
}

const PHASE: Readonly<Record<CohortAt['phase'], string>> = {
  before: 'the term has not started',
  running: 'the term is running',
  over: 'the term and the access of students are over',
};

function labRow(
  { lab, phase, workedBy, tenants, opens, due, closes }: LabAt,
  zone: TimeZone,
): readonly string[] {
  const next = {
    upcoming: `opens ${readableInTerm(opens, zone)}`,
    open: `due ${readableInTerm(due, zone)}`,
    late: `late until ${readableInTerm(closes, zone)}`,
    closed: `since ${readableInTerm(closes, zone)}`,
  }[phase];
  return [lab, phase, next, `for ${counted(tenants[phase], workedBy)}`];
}

function otherRows({ labs }: CohortAt, zone: TimeZone): readonly (readonly string[])[] {
  return labs.flatMap(({ lab, others }) =>
    others.map(({ handle, phase, due, closes }) => [
      lab,
      phase,
      phase === 'late'
        ? `late until ${readableInTerm(closes, zone)}`
        : phase === 'closed'
          ? `since ${readableInTerm(closes, zone)}`
          : `due ${readableInTerm(due, zone)}`,
      handle,
    ]),
  );
}

function whoLines({ access, phase }: CohortAt, zone: TimeZone): readonly string[] {
  const { students, staff } = access;
  const places = [
    counted(students.studentPlaces, 'student'),
    ...(students.teamPlaces === 0 ? [] : [counted(students.teamPlaces, 'team')]),
  ].join(' and ');
  const end = readable(students.until, zone);
  const may = !students.allowed
    ? `no access since ${end}`
    : `access until ${end}${phase === 'before' ? ', from the day their places are deployed' : ''}`;
  const paused = students.held.length === 0 ? [] : [`${counted(students.held.length, 'place')} held, no access: ${students.held.join(', ')}`]; // prettier-ignore
  const tas = staff.taReadsSecrets ? 'read secrets too' : 'do not read secrets';
  return [
    `${places}: ${may}`,
    ...paused,
    `${counted(staff.instructors, 'instructor')}: all places, secrets too, until teardown`,
    ...(staff.tas === 0 ? [] : [`${counted(staff.tas, 'TA')}: all places, until teardown; they ${tas}`]),
  ];
}

function poolRow({
  cell,
  name,
  machineType,
  spot,
  minNodes,
  maxNodes,
  ...cost
}: PoolCost): readonly string[] {
  return [
    `cell ${cell}`,
    name,
    `${minNodes} to ${maxNodes} × ${machineType}${spot ? ', spot' : ''}`,
    `${dollars(cost.leastUsdPerHour)} to ${dollars(cost.mostUsdPerHour)} an hour`,
  ];
}

const dollars = (usd: number): string => `$${usd.toFixed(2)}`;

function costNotes({ pools, prices, ownClusters }: CohortAt): readonly string[] {
  const { region, listRegion } = prices;
  const list =
    region === listRegion
      ? `List prices of ${region}`
      : `List prices of ${listRegion}, as those of ${region} are not in the table`;
  const spot = pools.some((pool) => pool.spot) ? ' Spot nodes are counted at the full price.' : '';
  const own = ownClusters === 0 ? '' : ` ${counted(ownClusters, 'cluster')} of tenants' own cost what their pods request, and are not in it.`; // prettier-ignore
  return [
    `${list}, for machines and their boot disks: no discounts, disks of places, load balancers, cluster fees, traffic or logs.${spot}${own}`,
  ];
}
