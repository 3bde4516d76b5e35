import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartRef } from '../../stacks/chart-ref';
import type { OutputFiles } from './background-files';
import type { ChartArchive } from './charts/chart-archive';

const CHART_YAML = `apiVersion: v2
name: practicum
description: Objects that Practicum made; installed and removed as one.
version: 0.0.0
`;

/** Emits the manifest as it is: a template engine must not read what it holds. */
const TEMPLATE = '{{ .Files.Get "files/manifest.yaml" }}\n';

/** What is the same in every chart, by path. */
const CONSTANT: Readonly<Record<string, string>> = {
  'Chart.yaml': CHART_YAML,
  'templates/manifest.yaml': TEMPLATE,
};

/** Writes local Helm charts under a folder of stacks. */
export class HelmCharts {
  /** The first chart: the others' constant files are further names of its own. */
  private first: string | undefined;

  constructor(
    private readonly stacks: string,
    private readonly files: Pick<OutputFiles, 'write' | 'link'>,
  ) {}

  /** Writes a chart that installs `manifest` verbatim into `<stack>/charts/<name>`. */
  write(stack: string, name: string, manifest: string): ChartRef {
    const folder = join(this.stacks, stack, 'charts', name);
    // Made here and not by the thread that writes: cdktf fails if it appears while it looks for it.
    mkdirSync(join(this.stacks, stack), { recursive: true });
    for (const [file, text] of Object.entries(CONSTANT)) {
      if (this.first === undefined) this.files.write(join(folder, file), text);
      else this.files.link(join(this.first, file), join(folder, file));
    }
    this.first ??= folder;
    this.files.write(join(folder, 'files', 'manifest.yaml'), manifest);
    return { path: `./charts/${name}`, contentHash: contentHash(manifest) };
  }

  /** Lays a chart of somebody else's beside a stack, byte for byte. */
  lay(stack: string, name: string, { bytes }: ChartArchive): void {
    this.files.write(join(this.stacks, stack, 'charts', name), bytes);
  }
}

/** A hash over all files of a chart, each with its path. */
function contentHash(manifest: string): string {
  const hash = createHash('sha256');
  const files = {
    'Chart.yaml': CHART_YAML,
    'files/manifest.yaml': manifest,
    'templates/manifest.yaml': TEMPLATE,
  };
  for (const [file, text] of Object.entries(files)) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}
