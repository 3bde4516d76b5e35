import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';

/** The version of a terraform, `1.11.4`; undefined for what is no terraform or cannot be run. */
export function tryFindTerraformVersion(program: string): string | undefined {
  try {
    const told = execFileSync(program, ['version', '-json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: devNull },
    });
    const { terraform_version: version } = JSON.parse(told) as { readonly terraform_version?: unknown };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
