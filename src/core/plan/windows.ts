import { phaseAt, windowOf } from '../calendar/window-of';
import type { CohortConfig } from '../config/cohort.schema';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { atLocal } from '../domain/time';
import type { PlanInputs } from './plan-inputs';
import type { CellPlan, LabPlan, ShardPlan, TenantPlan } from './cohort-plan';
import type { HourPlan, HoursNow, HoursPlan, LabWindowPlan, WindowsPlan } from './windows-plan';

/** The exams and quiet hours of the term in the order in which they start, with the places that they are for. */
export function resolveHours(
  { config, roster }: Pick<PlanInputs, 'config' | 'roster'>,
  shards: readonly ShardPlan[],
): readonly HourPlan[] {
  const tenants = shards.flatMap((shard) => shard.tenants);
  const local = ({ day, time }: CohortConfig['hours'][number]['starts']): Instant =>
    atLocal(day, time, config.term.timeZone);
  return config.hours
    .map(({ name, kind, starts, ends, labs = [], sections }): HourPlan => {
      const hour = { name, kind, from: local(starts), to: local(ends), labs: [...new Set(labs)].sort() };
      if (sections === undefined) return hour;
      const within = new Set(
        roster.students
          .filter(({ section }) => section !== undefined && sections.includes(section))
          .map(({ email }) => email),
      );
      // A team is in it with any of its members: nobody sits an exam and works in another place meanwhile.
      const places = tenants.filter(({ members }) => members.some((email) => within.has(email)));
      return { ...hour, namespaces: places.map(({ namespace }) => namespace).sort(byText(String)) };
    })
    .sort(byText(({ from, to, name }) => `${from} ${to} ${name}`));
}

/** What decides about windows, beside the places. */
export interface WindowsInputs {
  readonly labs: readonly LabPlan[];
  readonly hours: readonly HourPlan[];
  readonly at: Instant;
}

/** What may be worked on now, for each cluster; between two transitions it is the same at every instant. */
export function resolveWindows(
  inputs: WindowsInputs,
  cells: readonly CellPlan[],
  shards: readonly ShardPlan[],
): readonly WindowsPlan[] {
  const tenants = shards.flatMap((shard) => shard.tenants);
  const shared = cells.flatMap(({ number, cluster }) =>
    cluster === undefined
      ? []
      : [
          windowsIn(
            cluster.name,
            tenants.filter((tenant) => tenant.cell === number && tenant.cluster === undefined),
            inputs,
          ),
        ],
  );
  const own = tenants.flatMap((tenant) =>
    tenant.cluster === undefined ? [] : [windowsIn(tenant.cluster.name, [tenant], inputs)],
  );
  return [...shared, ...own].sort(byText(({ cluster }) => cluster));
}

function windowsIn(
  cluster: string,
  tenants: readonly TenantPlan[],
  { labs, hours, at }: WindowsInputs,
): WindowsPlan {
  const places = [...tenants].sort(byText(({ namespace }) => namespace));
  const now = hours.filter(({ from, to }) => from <= at && at < to);
  return {
    cluster,
    labs: [...labs].sort(byText(({ id }) => id)).map((lab) => labWindow(lab, places, at)),
    hours: hoursIn(places, now),
  };
}

function labWindow(lab: LabPlan, places: readonly TenantPlan[], at: Instant): LabWindowPlan {
  const phase = phaseAt(lab, at);
  const others = places
    .filter(({ windows }) => windows !== undefined)
    .map((place) => ({ namespace: place.namespace, phase: phaseAt(windowOf(place, lab), at) }))
    .filter((other) => other.phase !== phase);
  return { lab: lab.id, phase, others };
}

function hoursIn(places: readonly TenantPlan[], now: readonly HourPlan[]): HoursPlan {
  const everywhere = together(now.filter(({ namespaces }) => namespaces === undefined));
  const named = new Set(now.flatMap(({ namespaces = [] }) => namespaces));
  const others = places
    .filter(({ namespace }) => named.has(namespace))
    .map(({ namespace }) => ({
      namespace,
      ...together(now.filter(({ namespaces }) => namespaces === undefined || namespaces.includes(namespace))),
    }));
  return { everywhere, others: others.filter((other) => !isSame(other, everywhere)) };
}

/** Quiet hours go before exams; two exams at once leave the labs of both open. */
function together(hours: readonly HourPlan[]): HoursNow {
  if (hours.length === 0) return { kind: 'open', labs: [] };
  if (hours.some(({ kind }) => kind === 'quiet')) return { kind: 'quiet', labs: [] };
  return { kind: 'exam', labs: [...new Set(hours.flatMap(({ labs }) => labs))].sort(byText(String)) };
}

const isSame = (a: HoursNow, b: HoursNow): boolean =>
  a.kind === b.kind && a.labs.join(' ') === b.labs.join(' ');
