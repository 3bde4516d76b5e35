import { stringify } from 'yaml';
import { z } from 'zod';
import { byText } from '../domain/sorting';
import { tryParseJson } from './parse-json';

/** Kinds that are not asked for: secrets are nobody's to keep, the others follow from what is kept or pass by. */
const LEFT_OUT = new Set([
  'secrets',
  'bindings',
  'controllerrevisions.apps',
  'endpoints',
  'endpointslices.discovery.k8s.io',
  'events',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
  'pods.metrics.k8s.io',
]);

/** Kinds to ask a namespace for, out of what `kubectl api-resources --verbs=list --namespaced -o name` prints. */
export const keptKinds = (names: string): readonly string[] =>
  names
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => /^[a-z0-9.-]+$/.test(name) && !LEFT_OUT.has(name))
    .sort();

const OBJECT = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), annotations: z.record(z.string(), z.unknown()).optional() }),
});
const LIST = z.object({ items: z.array(OBJECT) });

/** Manifests as a file holds them. */
export interface KeptManifests {
  readonly text: string;
  readonly count: number;
}

/** A copy of what kubectl applied. */
const APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The objects that `kubectl get … -o json` prints, as YAML, without any Secret; undefined if it is no list. */
export function tryKeepManifests(json: string): KeptManifests | undefined {
  const read = LIST.safeParse(tryParseJson(json));
  if (!read.success) return undefined;
  const objects = read.data.items
    .filter(({ kind }) => kind !== 'Secret')
    .map(withoutNotes)
    .sort(byText(({ kind, metadata }) => `${kind} ${metadata.name}`));
  return { text: objects.map((object) => stringify(object)).join('---\n'), count: objects.length };
}

/** An object without what machines note among its metadata: who wrote which field, and what kubectl applied. */
function withoutNotes(object: z.output<typeof OBJECT>): z.output<typeof OBJECT> {
  const { annotations = {}, ...rest } = object.metadata;
  const kept = Object.entries(annotations).filter(([name]) => name !== APPLIED);
  const metadata = { ...rest, ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }) };
  return { ...object, metadata: { ...metadata, managedFields: undefined } };
}
