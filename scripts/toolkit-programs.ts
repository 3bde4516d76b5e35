import { homedir } from 'node:os';
import { tryExplain } from '../src/app/explain-error';
import { ProgramsUnavailable } from './kube-assets/programs-unavailable';
import { provideParts } from './toolkit-programs/provide-parts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

// `npm run toolkit-programs`: gets once what tests run toolkits with, from Debian, PyPI and Maven.
provideParts({ environment: process.env, home: homedir(), tell }).catch((error: unknown) => {
  const { message, stack } = error as Error;
  tell((error instanceof ProgramsUnavailable ? message : tryExplain(error)) ?? stack ?? message);
  process.exitCode = 1;
});
