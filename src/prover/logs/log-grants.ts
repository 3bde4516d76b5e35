import type { PlaceRecord } from '../cohort-record';
import type { ExpectedGrant } from '../iam/expected-grants';
import { logWriterOf } from '../terraform/cloud-resources';
import type { LogProjectRecord } from './log-record';

/** Reads logs that are not in the bucket that each project has. */
const READER = 'roles/logging.viewAccessor';

/** Who teaches reads the logs of all places; what leads them there writes, if there are any, and nobody else does. */
export function logProjectGrants(
  { project, clusterProject }: LogProjectRecord,
  teaching: readonly string[],
  places: readonly PlaceRecord[],
): readonly ExpectedGrant[] {
  const target = `project ${project}`;
  const isLed = places.some(({ log }) => log?.project === project);
  const writers = isLed ? [logWriterOf(clusterProject)] : [];
  return [
    ...teaching.map((member) => ({ target, role: READER, member, condition: '' })),
    ...writers.map((member) => ({ target, role: 'roles/logging.logWriter', member, condition: '' })),
  ];
}

/** A tenant reads its own log, to the end. */
export function logGrants(
  { log }: PlaceRecord,
  members: readonly string[],
  untilEnd: string,
): readonly ExpectedGrant[] {
  if (log === undefined) return [];
  const target = `view ${log.project}/${log.name}/${log.name}`;
  return members.map((member) => ({ target, role: READER, member, condition: untilEnd }));
}
