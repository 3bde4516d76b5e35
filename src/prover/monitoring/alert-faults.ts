import type { KubernetesDocument } from '../artifacts';
import type { CohortRecord, PlaceRecord } from '../cohort-record';
import type { Json } from '../json-value';
import { at, listAt, quoted, textAt, textsAt } from '../json-value';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { reached } from './monitoring-fault';
import { parsedFile, tryFindFiles } from './parsed-file';

const FILE = 'alertmanager.yml';

/** Alerts that reach people whom they do not concern: each place's its own, the others' those who teach. */
export function alertFaults(record: CohortRecord, cluster: ClusterWorld): readonly MonitoringFault[] {
  const files = tryFindFiles(cluster, 'alertmanager');
  const config = files && parsedFile(files, FILE);
  if (files === undefined || config === undefined) return [];
  const receivers = new Map(listAt(config, 'receivers').map((each) => [textAt(each, 'name') ?? '', each]));
  const places = new Map(cluster.places.map((place) => [place.namespace, place]));
  const walk = (route: Json, inherited: PlaceRecord | undefined): readonly MonitoringFault[] => {
    const place = placeOf(route, places) ?? inherited;
    const hearers = hearersOf(receivers.get(textAt(route, 'receiver') ?? ''));
    return [
      ...hearers.filter((email) => !mayHear(record, place, email)).map(() => strangerHears(files, place)),
      ...listAt(route, 'routes').flatMap((inner) => walk(inner, place)),
    ];
  };
  return [...walk(at(config, 'route') ?? {}, undefined), ...elsewhere(files, [...receivers.values()])];
}

const strangerHears = (files: KubernetesDocument, place: PlaceRecord | undefined): MonitoringFault =>
  reached(
    files,
    'Somebody hears of alerts that do not concern them',
    `tells somebody of alerts of ${place === undefined ? 'every place' : place.namespace}`,
  );

/** The one place that a route is for, if its matchers say so exactly. */
function placeOf(route: Json, places: ReadonlyMap<string, PlaceRecord>): PlaceRecord | undefined {
  const [, namespace] =
    textsAt(route, 'matchers')
      .map((matcher) => /^namespace\s*=\s*"([^"]*)"$/.exec(matcher))
      .find((match) => match !== null) ?? [];
  return namespace === undefined ? undefined : places.get(namespace);
}

const hearersOf = (receiver: Json | undefined): readonly string[] =>
  listAt(receiver, 'email_configs')
    .flatMap((each) => (textAt(each, 'to') ?? '').split(/\s*,\s*/))
    .filter(Boolean);

function mayHear({ people }: CohortRecord, place: PlaceRecord | undefined, email: string): boolean {
  const person = people.get(email.toLowerCase());
  return (
    person !== undefined &&
    (person.role !== 'student' || (place !== undefined && place.members.includes(person.email)))
  );
}

/** Ways of telling other than e-mail lead to addresses that no file of the cohort lists. */
const elsewhere = (files: KubernetesDocument, receivers: readonly Json[]): readonly MonitoringFault[] =>
  receivers
    .filter((receiver) =>
      Object.keys(receiver as object).some((key) => !['name', 'email_configs'].includes(key)),
    )
    .map((receiver) =>
      reached(
        files,
        'Alerts are told to somebody else',
        `sends by ${quoted(Object.keys(receiver as object))}`,
      ),
    );
