import { parse } from 'yaml';
import type { KubernetesDocument } from '../artifacts';
import type { Json } from '../json-value';
import { textAt } from '../json-value';
import type { ClusterWorld } from '../world';
import { NAMES } from '../expected-names';

const known = new WeakMap<object, Map<string, Json | undefined>>();

/** A file of a ConfigMap, read as YAML once; undefined where it is missing or cannot be read. */
export function parsedFile({ object }: KubernetesDocument, name: string): Json | undefined {
  const files = known.get(object) ?? new Map<string, Json | undefined>();
  known.set(object, files);
  if (!files.has(name)) files.set(name, tryParse(textAt(object, 'data', name)));
  return files.get(name);
}

function tryParse(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A ConfigMap of the monitoring namespace. */
export const tryFindFiles = ({ objects }: ClusterWorld, name: string): KubernetesDocument | undefined =>
  objects.tryFind('ConfigMap', name, NAMES.monitoringNamespace);
