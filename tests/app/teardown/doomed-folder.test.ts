import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stopped } from '../../../src/app/recover/stack-terraform';
import { DoomedFolder } from '../../../src/app/teardown/doomed-folder';
import { runTerraform } from '../../../src/app/terraform';
import { fakeTerraform } from '../recover/fake-terraform';
import { temporaryFolder } from '../temporary-folder';

const LOCKED = `echo 'Error: Error acquiring the state lock

  ID:        6d0a2c1e-0000-4000-8000-70726163746d
  Who:       ines@laptop
' >&2; exit 1`;

function doomed(script: string, releases = false) {
  const folder = temporaryFolder();
  const program = fakeTerraform(folder, script);
  const stack = new DoomedFolder({
    stack: 'cell-1',
    folder,
    lockTimeout: '1s',
    run: (args) => runTerraform(program, folder, args, () => undefined),
    releaseLock: async () => releases,
  });
  const calls = (): readonly string[] => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
  return { folder, stack, calls };
}

test('Terraform is prepared once, waits for other runs, and destroys what it is told', async () => {
  const { stack, calls, folder } = doomed('');
  await stack.destroy(['helm_release.A', 'helm_release.B']);
  mkdirSync(join(folder, '.terraform'));
  writeFileSync(join(folder, '.terraform', 'terraform.tfstate'), '{}');
  await stack.destroy();
  expect(calls()).toEqual([
    'init -no-color',
    'destroy -auto-approve -no-color -lock-timeout=1s -target=helm_release.A -target=helm_release.B',
    'destroy -auto-approve -no-color -lock-timeout=1s',
  ]);
});

test('What terraform complains of is the reason', async () => {
  const { stack } = doomed(`[ "$1" = destroy ] && { echo 'Error: 403: no right' >&2; exit 1; } || true`);
  await expect(stack.destroy()).rejects.toThrow('403: no right');
});

test('A lock is told with who holds it and with the command that releases it', async () => {
  const { stack } = doomed(`[ "$1" = destroy ] && { ${LOCKED}; } || true`);
  await expect(stack.destroy()).rejects.toThrow(
    'its state is locked by ines@laptop; if that run is dead: practicum recover --stack cell-1',
  );
});

test('A lock of a run that somebody knows to be dead is released, and the destroy begins again', async () => {
  const script = `[ "$1" = force-unlock ] && touch "$0.free"; [ "$1" = destroy ] && [ ! -e "$0.free" ] && { ${LOCKED}; } || true`;
  const { stack, calls } = doomed(script, true);
  await stack.destroy();
  expect(calls().slice(1)).toEqual([
    'destroy -auto-approve -no-color -lock-timeout=1s',
    'force-unlock -no-color -force 6d0a2c1e-0000-4000-8000-70726163746d',
    'destroy -auto-approve -no-color -lock-timeout=1s',
  ]);
});

test('A state that is not in its backend, and one that is none, are refused', async () => {
  await expect(doomed(`[ "$1" = state ] && echo 'Error' || true`).stack.resources()).rejects.toThrow('is no state');
  const { stack, folder } = doomed('');
  expect(await stack.resources()).toEqual([]);
  writeFileSync(join(folder, 'errored.tfstate'), '{}');
  await expect(stack.resources()).rejects.toThrow('practicum recover --stack cell-1');
}); // prettier-ignore

test('Who stops terraform stops the teardown', async () => {
  const stack = new DoomedFolder({
    stack: 'cell-1',
    folder: temporaryFolder(),
    lockTimeout: '1s',
    run: async () => ({ code: 1, output: '', result: '', stopped: true }),
    releaseLock: async () => false,
  });
  await expect(stack.destroy()).rejects.toThrow(Stopped);
});
