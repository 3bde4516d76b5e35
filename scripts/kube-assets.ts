import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { tryExplain } from '../src/app/explain-error';
import { providePrograms } from './kube-assets/provide-programs';
import { ProgramsUnavailable } from './kube-assets/programs-unavailable';
import { PUBLISHERS } from './kube-assets/released-programs';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * `npm run --silent kube-assets`: prints the folder of etcd, kube-apiserver and kube-controller-manager, and nothing
 * else, to standard output; `-- --build` builds them even where they could be downloaded.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { build: { type: 'boolean', default: false } } });
  const stop = new AbortController();
  const stopped = new ProgramsUnavailable('Stopped; nothing was kept.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(stopped));
  const folder = await providePrograms({
    environment: process.env,
    home: homedir(),
    platform: { system: process.platform, processor: process.arch },
    publishers: PUBLISHERS,
    alwaysBuild: values.build,
    tell,
    stop: stop.signal,
  });
  process.stdout.write(`${folder}\n`);
}

main().catch((error: unknown) => {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const isUsage = code?.startsWith('ERR_PARSE_ARGS') ?? false;
  const isTold = isUsage || error instanceof ProgramsUnavailable;
  tell((isTold ? message : tryExplain(error)) ?? stack ?? message);
  process.exitCode = isUsage ? 2 : 1;
});
