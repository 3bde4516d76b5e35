import type { CohortRecord, HourRecord, PlaceRecord, WindowRecord } from '../cohort-record';

/** What a ConfigMap that a policy reads must hold, key by key. */
export type MeantData = ReadonlyMap<string, string>;

/**
 * What the policies' ConfigMaps must hold in a cluster with these places, worked out anew from when labs open and
 * close and from the hours of the term.
 */
export function meantWindows(
  { at, labs, hours }: Pick<CohortRecord, 'at' | 'labs' | 'hours'>,
  places: readonly PlaceRecord[],
): Readonly<Record<'windows' | 'hours', MeantData>> {
  const windows = new Map<string, string>();
  for (const lab of labs) {
    const ofClass = standing(lab, at);
    windows.set(lab.lab, ofClass);
    for (const { namespace, windows: own } of places) {
      const ofPlace = standing(own.find((window) => window.lab === lab.lab) ?? lab, at);
      if (ofPlace !== ofClass) windows.set(`_${namespace}.${lab.lab}`, ofPlace);
    }
  }
  const running = hours.filter(({ from, to }) => from <= at && to > at);
  const ofAll = saying(running.filter(({ namespaces }) => namespaces === undefined));
  const said = new Map([['_everywhere', ofAll]]);
  for (const { namespace } of places) {
    const its = saying(
      running.filter(({ namespaces }) => namespaces === undefined || namespaces.includes(namespace)),
    );
    if (its !== ofAll) said.set(namespace, its);
  }
  return { windows, hours: said };
}

function standing({ opens, due, closes }: WindowRecord, at: string): string {
  if (at >= closes) return 'closed';
  if (at >= due) return 'late';
  return at >= opens ? 'open' : 'upcoming';
}

function saying(hours: readonly HourRecord[]): string {
  if (hours.length === 0) return 'open';
  if (hours.some(({ kind }) => kind === 'quiet')) return 'quiet';
  const labs = new Set(hours.flatMap((hour) => hour.labs.map((lab) => `lab:${lab}`)));
  return ['exam', ...[...labs].sort()].join(' ');
}
