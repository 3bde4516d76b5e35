import type { CohortRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { Finding } from '../finding';
import { ANY_TENANT, THE_FENCE } from '../finding';
import { labelsAt, quoted } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';
import type { MeantData } from './meant-windows';
import { meantWindows } from './meant-windows';

/** What is said of a ConfigMap that does not hold what is meant. */
const WRONG: Readonly<Record<'windows' | 'hours', string>> = {
  windows:
    'The windows of labs are not those of this instant: work may be changed too early or too late; write the output anew',
  hours: 'The hours are not those of this instant: an exam may be none; write the output anew',
};

/** Windows and hours that are not the meant ones, in the ConfigMaps that the policies read. */
export function windowFindings(cluster: ClusterWorld, record: CohortRecord): readonly Finding[] {
  const { objects, places, name } = cluster;
  const meant = meantWindows(record, places);
  return (['windows', 'hours'] as const).flatMap((map) => {
    const document = objects.tryFind('ConfigMap', map, NAMES.systemNamespace);
    const fault =
      document === undefined ? 'is in no file' : difference(labelsAt(document.object, 'data'), meant[map]);
    if (fault === undefined) return [];
    const object = `ConfigMap ${NAMES.systemNamespace}/${map}`;
    return [
      {
        aspect: 'admission' as const,
        kind: 'guard' as const,
        from: ANY_TENANT,
        to: THE_FENCE,
        sentence: WRONG[map],
        path: [
          document === undefined
            ? { file: `manifests for the cluster ${name}`, object, says: fault }
            : stepThrough(document, fault),
        ],
        pairs: Math.max(1, places.length),
      },
    ];
  });
}

/** The first key, in their order, that says something else than is meant. */
function difference(written: Readonly<Record<string, string>>, meant: MeantData): string | undefined {
  const keys = [...new Set([...Object.keys(written), ...meant.keys()])].sort();
  const wrong = keys.find((key) => written[key] !== meant.get(key));
  return wrong === undefined
    ? undefined
    : `says ${wrong}: ${quoted(written[wrong])}, where ${quoted(meant.get(wrong))} is meant`;
}
