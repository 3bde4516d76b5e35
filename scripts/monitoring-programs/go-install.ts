import { runProgram } from '../../src/app/run-program';
import { ProgramsUnavailable } from '../kube-assets/programs-unavailable';
import type { GoProgram } from './wanted-programs';

const LAST_LINES = 8;

/**
 * Settings of the one who builds must not change what is built; where modules come from stays theirs. They are those
 * of the Kubernetes programs, so that what both share is compiled once.
 */
const SETTINGS = { CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off', GOGC: 'off', GOMEMLIMIT: '3GiB' };

/** Builds a program from its Go module into `folder`. */
export async function goInstall(
  { name, module, version }: GoProgram,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  try {
    const { code, output, stopped } = await runProgram({
      program: 'go',
      args: [
        'install',
        '-trimpath',
        '-gcflags=all=-l -dwarf=false',
        '-ldflags=-s -w',
        `${module}@${version}`,
      ],
      folder,
      environment: { ...environment, ...SETTINGS, GOBIN: folder },
    });
    if (stopped) throw new ProgramsUnavailable('The build was stopped; nothing of it was kept.');
    if (code !== 0) throw new ProgramsUnavailable(explained(`${module}@${version}`, output));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ProgramsUnavailable(
      `${name} is built with Go, and there is no go on the PATH: install it, https://go.dev/doc/install, ` +
        `or put ${name} on the PATH.`,
    );
  }
}

function explained(what: string, output: string): string {
  const lastLines = output.trim().split('\n').slice(-LAST_LINES);
  const remedy = /dial tcp|no such host|i\/o timeout|proxyconnect|connection refused|TLS handshake/.test(
    output,
  )
    ? ['Go gets its modules from the proxy that `go env GOPROXY` names, and did not reach it.']
    : [];
  return [`\`go install ${what}\` failed:`, ...lastLines, ...remedy].join('\n');
}
