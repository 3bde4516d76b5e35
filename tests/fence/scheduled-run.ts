import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../app/temporary-folder';
import type { Manifest } from '../constructs/k8s/synth-construct';
import { findManifest } from '../constructs/k8s/synth-construct';
import { accountOf } from './cast';

export interface ScheduledRun {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a script as its pod would: with its files, its environment, the rights of its account, and `now` on its clock. */
export function runScheduled(
  name: string,
  objects: readonly Manifest[],
  kubeconfig: string,
  now: number,
): Promise<ScheduledRun> {
  const folder = temporaryFolder();
  const files = findManifest(objects, 'ConfigMap', name)['data'] as Readonly<Record<string, string>>;
  for (const [file, text] of Object.entries(files))
    writeFileSync(join(folder, file), text.replaceAll('/etc/practicum', folder));
  const container = containerOf(findManifest(objects, 'CronJob', name));
  const shim = join(folder, 'kubectl');
  const real = `PATH='${process.env['PATH']}' kubectl --kubeconfig='${kubeconfig}' --as=${accountOf(name)}`;
  writeFileSync(shim, `#!/bin/sh\n${real} --cache-dir='${folder}/cache' "$@"\n`);
  const clock = join(folder, 'date');
  writeFileSync(clock, `#!/bin/sh\necho ${now}\n`);
  for (const program of [shim, clock]) chmodSync(program, 0o755);
  const [shell, script] = container.command;
  const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
  return new Promise((ended, failed) => {
    const child = spawn(shell, [script.replace('/etc/practicum', folder)], {
      env: { ...env, HOME: folder, PATH: `${folder}:${process.env['PATH']}` },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => ended({ code, said }));
  });
}

interface Container {
  readonly command: readonly [shell: string, script: string];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

const containerOf = (cronJob: Manifest): Container =>
  'spec.jobTemplate.spec.template.spec.containers.0'
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], cronJob) as Container;
