import { mkdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { judgeScans, scanResultsText } from '../../core/scans/scan-results';
import { cohortOption } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { readScanFiles } from '../scans/read-scan-files';
import { scanLines } from '../scans/scan-lines';
import { scanScript } from '../scans/scan-script';
import type { Terminal } from '../terminal';

export interface ScansOptions extends CohortOptions {
  readonly out: string;
}

/** Puts what scans found to the places that the images are of; without files, prints the script that asks for them. */
export function scans(terminal: Terminal, options: ScansOptions, files: readonly string[]): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, inputs, directory } = cohort.value;
  if (!inputs.config.registry.scan) {
    const problem = {
      file: directory.display('cohort.yaml'),
      line: 1,
      column: 1,
      message: 'images of this cohort are not scanned, so there is nothing to tell',
      allowed: 'a cohort that scans; each new image costs money',
      write: 'registry: { scan: true }',
    };
    return reportProblems(terminal, [problem], json);
  }
  if (files.length === 0) {
    terminal.print(json ? JSON.stringify({ script: scanScript(plan) }, undefined, 2) : scanScript(plan));
    return EXIT.ok;
  }
  const entries = readScanFiles(files);
  if (!entries.ok) return reportProblems(terminal, entries.problems, json);
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const judged = judgeScans(plan.cohort, tenants, entries.value);
  const out = resolve(options.out);
  const text = scanResultsText(judged.results);
  mkdirSync(dirname(out), { recursive: true });
  writeFileAtomic(out, text);
  if (json) terminal.print(text.trimEnd());
  else {
    const where = relative(process.cwd(), out);
    for (const line of scanLines(judged, tenants, terminal)) terminal.print(line);
    terminal.print(`${terminal.colors.green('✓')} ${where}`);
    // Pages are written anew: without the addresses of clusters their kubeconfigs would lose them.
    terminal.print(
      `  Next: npx practicum handout${cohortOption(directory)} --outputs outputs.json --scans ${where}`,
    );
  }
  return EXIT.ok;
}
