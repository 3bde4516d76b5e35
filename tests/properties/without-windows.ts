import { parse } from 'yaml';
import type { Written } from './written';

/** Manifests of what a cluster's tenants share, in both forms. */
const SERVICES = /services\.k8s\.yaml$|services\/files\/manifest\.yaml$/;
const STACK = /\/cdk\.tf\.json$/;

/**
 * What is written, without the two ConfigMaps that say which labs are open and which hours it is, and without the hash
 * by which stacks know that a chart is another.
 */
export function withoutWindows(written: Written): Written {
  return new Map([...written].map(([path, text]) => [path, path.match(SERVICES) ? besideMaps(text) : path.match(STACK) ? besideHashes(text) : text])); // prettier-ignore
}

const besideMaps = (text: string): string =>
  text
    .split(/^---\n/m)
    .filter((document) => !isOfWindows(parse(document) as Record<string, never>))
    .join('---\n');

const isOfWindows = ({
  kind,
  metadata,
}: Readonly<Record<string, Readonly<Record<string, string>>>>): boolean =>
  String(kind) === 'ConfigMap' && ['windows', 'hours'].includes(metadata?.['name'] ?? '');

const besideHashes = (text: string): string => text.replaceAll(/\\"contentHash\\":\\"[0-9a-f]{64}\\"/g, '');
