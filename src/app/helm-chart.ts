import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartRef } from '../../stacks/chart-ref';

const CHART_YAML = `apiVersion: v2
name: practicum
description: Objects that Practicum made; installed and removed as one.
version: 0.0.0
`;

/** Emits the manifest as it is: a template engine must not read what it holds. */
const TEMPLATE = '{{ .Files.Get "files/manifest.yaml" }}\n';

/** Writes a chart that installs `manifest` verbatim into `<stack>/charts/<name>`. */
export function writeHelmChart(stack: string, name: string, manifest: string): ChartRef {
  const folder = join(stack, 'charts', name);
  const files = {
    'Chart.yaml': CHART_YAML,
    'files/manifest.yaml': manifest,
    'templates/manifest.yaml': TEMPLATE,
  };
  mkdirSync(join(folder, 'files'), { recursive: true });
  mkdirSync(join(folder, 'templates'), { recursive: true });
  const hash = createHash('sha256');
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(folder, file), text);
    hash.update(`${file}\0${text}\0`);
  }
  return { path: `./charts/${name}`, contentHash: hash.digest('hex') };
}
