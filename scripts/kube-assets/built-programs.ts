import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { monotonicMilliseconds } from '../../src/app/clock';
import { runProgram } from '../../src/app/run-program';
import { BuildProgress } from './build-progress';
import { KUBERNETES } from './kube-programs';
import { ProgramsUnavailable } from './programs-unavailable';

/** Folder of the go.mod that names the programs as its tools, and of the go.sum that pins every module. */
const MODULES = join(__dirname, 'go');
const TELL_EVERY = 15_000;
const LAST_LINES = 12;

const [MAJOR, MINOR] = KUBERNETES.split('.');
/** Kubernetes' own build stamps these; without them its programs call themselves v0.0.0-master. */
const STAMPS = { gitVersion: `v${KUBERNETES}`, gitMajor: MAJOR, gitMinor: MINOR };

const ARGUMENTS: readonly string[] = [
  'build',
  '-v',
  '-trimpath',
  // Without inlining and debug symbols the compiler takes a third of the time less, and the programs serve tests only.
  '-gcflags=all=-l -dwarf=false',
  // Nobody debugs them, and writing symbols is a good part of linking.
  `-ldflags=-s -w ${Object.entries(STAMPS)
    .map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`)
    .join(' ')}`,
];

/**
 * Settings of the one who builds must not change what is built; where modules come from stays theirs. The compiler
 * does not live long enough to collect garbage: without, it takes a fifth of the time less (November 2026, Go 1.26).
 */
const SETTINGS = {
  CGO_ENABLED: '0',
  GOFLAGS: '-mod=readonly',
  GOWORK: 'off',
  GOGC: 'off',
  GOMEMLIMIT: '3GiB',
};

/** What to do about what go complains of. */
const REMEDIES: readonly (readonly [complaint: RegExp, remedy: string])[] = [
  [
    /no space left on device|disk quota exceeded/,
    'The build needs some 4 GB, most of them in the folders that `go env GOCACHE GOMODCACHE GOTMPDIR` names: ' +
      'free some, or point these elsewhere.',
  ],
  [
    /dial tcp|no such host|i\/o timeout|proxyconnect|connection refused|TLS handshake/,
    'Go gets its modules from the proxy that `go env GOPROXY` names, and did not reach it: set GOPROXY, or ' +
      'HTTPS_PROXY, to one that this machine reaches.',
  ],
  [/requires go >= /, 'Install a newer Go, https://go.dev/doc/install, or set GOTOOLCHAIN=auto.'],
  [/signal: killed|cannot allocate memory/, 'The build needs some 2 GB of memory: end other programs.'],
];

/** Builds the programs from their Go modules into `folder`. */
export async function buildPrograms(
  folder: string,
  environment: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<void> {
  const began = monotonicMilliseconds();
  const progress = new BuildProgress();
  const told = (): void => tell(progress.after(monotonicMilliseconds() - began));
  const timer = setInterval(told, TELL_EVERY);
  try {
    const { code, output, stopped } = await runProgram({
      program: 'go',
      // All at once, so that what they share is compiled once.
      args: [...ARGUMENTS, '-o', join(folder, '/'), 'tool'],
      folder: MODULES,
      environment: { ...environment, ...SETTINGS },
      onLine: (line) => progress.take(line),
    });
    if (stopped) throw new ProgramsUnavailable('The build was stopped; nothing of it was kept.');
    if (code !== 0) throw new ProgramsUnavailable(explained(output));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new ProgramsUnavailable(WITHOUT_GO) : error;
  } finally {
    clearInterval(timer);
  }
  told();
  // Go names a program after the last part of its package's path.
  renameSync(join(folder, 'server'), join(folder, 'etcd'));
}

const WITHOUT_GO =
  'There is no go on the PATH to build the programs with: install Go 1.24 or later, https://go.dev/doc/install, ' +
  'or set KUBEBUILDER_ASSETS to a folder that has etcd, kube-apiserver and kube-controller-manager.';

function explained(output: string): string {
  const lastLines = output.trim().split('\n').slice(-LAST_LINES);
  const remedies = REMEDIES.filter(([complaint]) => complaint.test(output)).map(([, remedy]) => remedy);
  return ['`go build` failed:', ...lastLines, ...remedies].join('\n');
}
