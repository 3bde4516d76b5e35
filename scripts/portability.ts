import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Comparison } from './portability-compare';
import { compareOutputs } from './portability-compare';

const HOME = resolve(__dirname, '..');

/** The maintained fork of cdktf, under the name that everything imports. */
const FORK = { cdktf: 'npm:cdktn@0.24.0' };
const OVERRIDES = {
  '@cdktf/provider-github': { cdktf: '$cdktf' },
  '@cdktf/provider-google': { cdktf: '$cdktf' },
  '@cdktf/provider-helm': { cdktf: '$cdktf' },
};

/** What a synthesis needs of the checkout; the last for the script that runs it. */
const PARTS = ['src', 'constructs', 'stacks', 'courses', 'bin', 'examples', 'tsconfig.json', 'scripts'];

/**
 * Shows that cdktf and its fork write the same for the same cohorts, byte for byte but for their version
 * and the line break inside empty brackets; exits with 1 if they do not.
 */
function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-portability-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

  const fork = join(folder, 'fork');
  tell('Installing the fork into a temporary folder; this downloads packages.');
  installFork(fork);
  const examples = readdirSync(join(HOME, 'examples')).filter((name) =>
    existsSync(join(HOME, 'examples', name, 'cohort.yaml')),
  );
  const comparisons = examples.map((name) => {
    tell(`Synthesising ${name} with both engines.`);
    const [ours, theirs] = [HOME, fork].map((home) => synthesized(home, name, join(folder, 'out')));
    return compareOutputs(ours!, theirs!);
  });
  process.stdout.write(reportOf(examples, comparisons));
  if (comparisons.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
}

function installFork(fork: string): void {
  mkdirSync(fork);
  for (const part of PARTS) {
    if (existsSync(join(HOME, part))) cpSync(join(HOME, part), join(fork, part), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const dependencies = { ...manifest.dependencies, ...FORK };
  const changed = { ...manifest, dependencies, devDependencies: {}, overrides: OVERRIDES };
  writeFileSync(join(fork, 'package.json'), JSON.stringify(changed));
  const installed = run('npm', ['install', '--no-audit', '--no-fund'], fork);
  if (installed) return;
  throw new Error(
    'The fork could not be installed; what npm says stands above. This check needs the network: npm must ' +
      `reach a registry that has ${FORK.cdktf.slice('npm:'.length)} and this project's dependencies. ` +
      'Set the registry or a proxy as for any npm install, and run it again.',
  );
}

/** Folder with the output of the engine in `home`. */
function synthesized(home: string, example: string, out: string): string {
  const folder = join(out, home === HOME ? 'ours' : 'fork', example);
  const entry = join(home, 'scripts', 'portability-synth.ts');
  const done = run(process.execPath, ['-r', 'tsx/cjs', entry, folder, join('examples', example)], home);
  if (!done)
    throw new Error(`${example} could not be synthesised with ${home === HOME ? 'cdktf' : 'the fork'}`);
  return folder;
}

/** True if the command ended well; what it prints goes to standard error. */
function run(command: string, args: readonly string[], cwd: string): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) tell(error.message);
  return status === 0;
}

function reportOf(examples: readonly string[], comparisons: readonly Comparison[]): string {
  const [ours, fork] = comparisons[0]!.versions;
  if (ours === fork) throw new Error(`Both outputs name the engine ${ours}: the fork did not run`);
  const width = Math.max(...examples.map(({ length }) => length));
  const rows = comparisons.flatMap(({ files, bytes, differences }, index) => [
    [
      examples[index]!.padEnd(width),
      `${String(files).padStart(4)} files`,
      `${bytes.toLocaleString('en-US').padStart(10)} bytes`,
      `${differences.length} different`,
    ].join('  '),
    ...differences.map((each) => `  ${each}`),
  ]);
  return `${[...rows, '', ...verdict(comparisons, ours, fork)].join('\n')}\n`;
}

function verdict(comparisons: readonly Comparison[], ours: string, fork: string): readonly string[] {
  if (comparisons.some(({ differences }) => differences.length > 0)) {
    return [`cdktf ${ours} and its fork ${fork} do not write the same.`];
  }
  return [
    `cdktf ${ours} and its fork ${fork} write the same bytes, but for their own version in each stack and the manifest.`,
  ];
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  main();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
