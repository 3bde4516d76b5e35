import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../src/app/cohort-directory';
import { YamlSource } from '../../src/core/input/yaml-source';
import { parseLedger } from '../../src/core/ledger/ledger-file';
import { copyOfExample, temporaryFolder } from './temporary-folder';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as people do, as a process of its own. */
function practicum(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((ended) => {
    const child = spawn(process.execPath, [join(HOME, 'bin/practicum.js'), ...args], {
      env: { ...process.env, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => ended({ code, out, err }));
  });
}

test('Help is there even where the cohort is broken', async () => {
  const cohort = copyOfExample('tier-namespace', { edit: { 'cohort.yaml': () => ': [' } });
  const { code, out, err } = await practicum(['synth', '--help'], { PRACTICUM_COHORT: cohort });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Usage: practicum synth');
}, 30_000);

test('A command that does not exist is bad usage, with the nearest that does', async () => {
  const { code, err } = await practicum(['snyth']);
  expect(code).toBe(2);
  expect(err).toContain("unknown command 'snyth'");
  expect(err).toContain('Did you mean synth?');
}, 30_000);

test('No command at all shows the help and is bad usage', async () => {
  const { code, err } = await practicum([]);
  expect(code).toBe(2);
  expect(err).toContain('Usage: practicum');
}, 30_000);

test.each([{}, { CI: '1' }, { FORCE_COLOR: '1' }])(
  'Where nobody watches there is neither colour nor progress: %j',
  async (env) => {
    const cohort = copyOfExample('tier-namespace', { ledger: true });
    const { code, out, err } = await practicum(
      ['synth', '--cohort', cohort, '--out', join(temporaryFolder(), 'dist')],
      env,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('\x1b');
  },
  30_000,
);

test('An output that cannot be written is told in a line, without a stack', async () => {
  const cohort = copyOfExample('tier-namespace', { ledger: true });
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const { code, out, err } = await practicum(['synth', '--cohort', cohort, '--out', join(file, 'dist')]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(
    /a part of the path is a file, not a folder\. What stood there before is unchanged\.\n$/,
  );
  expect(err).not.toMatch(/\n\s+at /);
}, 30_000);

test('Runs at the same time leave one ledger that names everybody once', async () => {
  const cohort = copyOfExample('w255-spring');
  const runs = await Promise.all(
    [1, 2, 3].map(() => practicum(['synth', '--cohort', cohort, '--out', join(temporaryFolder(), 'dist')])),
  );
  for (const { code, err } of runs) {
    expect(code === 0 || err.includes('is writing this cohort right now')).toBe(true);
  }
  expect(runs.some(({ code }) => code === 0)).toBe(true);
  const source = YamlSource.read('ledger', readFileSync(join(cohort, 'cohort.lock.yaml'), 'utf8'));
  const ledger = source.ok ? parseLedger(source.value) : source;
  expect(ledger.ok && ledger.value.events.length).toBe(75);
}, 60_000);

test('A reader who stops early, as head does, is no error', async () => {
  const cohort = copyOfExample('w255-spring', { ledger: true });
  const { code, err } = await new Promise<Ended>((ended) => {
    const command = `node bin/practicum.js plan --json --cohort '${cohort}' | head -1`;
    const child = spawn('bash', ['-o', 'pipefail', '-c', command], { cwd: HOME });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => ended({ code, out: '', err }));
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
}, 30_000);

test('The cohort can be named by PRACTICUM_COHORT', async () => {
  const { out } = await practicum(['check'], {
    PRACTICUM_COHORT: copyOfExample('tier-cluster', { ledger: true }),
  });
  expect(out).toContain('tier-cluster: 2 places');
}, 30_000);
