import { join, relative, resolve } from 'node:path';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { noEndpoints, readEndpoints, tryFindEndpoint } from '../handout/endpoints';
import { noScans, scansByPlace } from '../handout/scans-section';
import { writeHandouts } from '../handout/write-handouts';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { readScanResults } from '../scans/read-scan-results';
import type { Terminal } from '../terminal';

export interface HandoutOptions extends CohortOptions {
  readonly out: string;
  readonly outputs?: string;
  readonly scans?: string;
}

/** Writes the tenants' pages again, with the clusters' addresses once they are known. */
export function handout(terminal: Terminal, options: HandoutOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: true });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan } = cohort.value;
  const endpoints =
    options.outputs === undefined
      ? { ok: true as const, value: noEndpoints }
      : readEndpoints(options.outputs, plan);
  const scans = options.scans === undefined ? undefined : readScanResults(options.scans, plan);
  const problems = [endpoints, scans].flatMap((part) => (part?.ok === false ? part.problems : []));
  if (!endpoints.ok || scans?.ok === false) return reportProblems(terminal, problems, json);
  const folder = join(resolve(options.out), 'handouts');
  const found = scans === undefined ? noScans : scansByPlace(scans.value);
  const count = writeHandouts(plan, folder, endpoints.value, found);
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const unknown = tenants.filter((tenant) => tryFindEndpoint(endpoints.value, tenant) === undefined).length;
  const where = relative(process.cwd(), folder) || '.';
  if (json)
    terminal.print(JSON.stringify({ handouts: count, withoutEndpoint: unknown, out: where }, undefined, 2));
  else {
    terminal.print(`${terminal.colors.green('✓')} ${count} pages in ${where}`);
    if (unknown > 0) {
      terminal.print(
        wrapped(
          '  ',
          `${unknown} kubeconfigs do not know their cluster's address yet: run "npx cdktf deploy '*' --outputs-file outputs.json", then this command with --outputs outputs.json.`,
          terminal.width,
        ),
      );
    }
  }
  return EXIT.ok;
}
