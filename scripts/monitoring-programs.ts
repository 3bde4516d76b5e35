import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { tryExplain } from '../src/app/explain-error';
import { ProgramsUnavailable } from './kube-assets/programs-unavailable';
import { providePrograms } from './monitoring-programs/provide-programs';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * `npm run --silent monitoring-programs`: gets the programs that tests of the monitoring run, and prints a line with
 * name and path for each, and nothing else, to standard output; `-- --k6` builds k6 too.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { k6: { type: 'boolean', default: false } } });
  const programs = await providePrograms({
    environment: process.env,
    home: homedir(),
    onRequest: values.k6 ? ['k6'] : [],
    tell,
  });
  for (const [name, { path }] of programs) process.stdout.write(`${name}\t${path}\n`);
}

main().catch((error: unknown) => {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const isUsage = code?.startsWith('ERR_PARSE_ARGS') ?? false;
  const isTold = isUsage || error instanceof ProgramsUnavailable;
  tell((isTold ? message : tryExplain(error)) ?? stack ?? message);
  process.exitCode = isUsage ? 2 : 1;
});
