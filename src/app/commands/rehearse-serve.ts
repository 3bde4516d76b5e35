import { join, relative } from 'node:path';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { serveCloud } from '../rehearse/serve-cloud';
import { untilStopped } from '../rehearse/until-stopped';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import type { Terminal } from '../terminal';

/** Keeps a simulated cloud up until it is interrupted, and says how terraform is pointed at it. */
export async function serve(terminal: Terminal, options: CohortOptions, folder: string): Promise<ExitCode> {
  const watch = untilStopped();
  const served = await serveCloud(cohortDirectory(options.cohort), folder);
  if (!served.ok) {
    watch.forget();
    return reportProblems(terminal, served.problems, options.json === true);
  }
  const { environment, terraform, assets } = served.value;
  try {
    if (options.json === true)
      terminal.print(JSON.stringify({ environment, terraform, assets }, undefined, 2));
    else for (const line of described(environment, terraform, assets)) terminal.print(line);
    await watch.stopped;
  } finally {
    await served.value.close();
  }
  return EXIT.ok;
}

function described(
  environment: Readonly<Record<string, string>>,
  terraform: string,
  assets: number,
): readonly string[] {
  const here = relative(process.cwd(), terraform) || '.';
  return [
    ...Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`),
    '',
    `# The cloud is up, with ${assets} assets, until Ctrl-C. Paste the lines above into another window, then:`,
    `#   terraform -chdir=${join(here, 'stacks', 'cell-1')} init -reconfigure`,
    `#   terraform -chdir=${join(here, 'stacks', 'cell-1')} apply`,
    `# or all stacks at once:`,
    `#   npx cdktf deploy '*' --auto-approve --skip-synth --skip-provider-lock --output ${here}`,
  ];
}
