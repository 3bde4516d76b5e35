import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { IMPORTS_FILE, StackFolder, Stopped } from '../../../src/app/recover/stack-terraform';
import { temporaryFolder } from '../temporary-folder';
import type { TerraformRun } from '../../../src/app/terraform';

const PROJECT = { address: 'google_project.p', id: 'lab-c1' };
const RUN: TerraformRun = { code: 0, output: '', result: '{}', stopped: false };

let folder: string;
let asked: string[];
/** What the extra file held while each command ran. */
let imports: string[];

beforeEach(() => {
  folder = join(temporaryFolder(), 'cell-1');
  mkdirSync(folder);
  asked = [];
  imports = [];
});

/** A stack whose terraform ends as `ends` says. */
function stackWhere(ends: (command: string) => Partial<TerraformRun> = () => ({})): StackFolder {
  return new StackFolder(folder, (args) => {
    asked.push(
      args
        .join(' ')
        .replace(/=\S*practicum-plan-\S*/, '=PLAN')
        .replace(/\/\S*practicum-plan-\S*/, 'PLAN'),
    );
    const file = join(folder, IMPORTS_FILE);
    imports.push(existsSync(file) ? readFileSync(file, 'utf8') : '');
    return Promise.resolve({ ...RUN, ...ends(args[0]!) });
  });
}

const planFolder = (args: readonly string[]): string =>
  dirname(args.find((arg) => arg.startsWith('-out='))!.slice('-out='.length));

test('Imports stand beside the stack while terraform plans, and at no other time', async () => {
  const stack = stackWhere();
  await stack.init();
  expect(await stack.plan([PROJECT])).toEqual({ ok: true, changes: [] });
  await stack.apply();
  expect(asked).toEqual([
    'init -no-color',
    'plan -json -out=PLAN',
    'show -json PLAN',
    'apply -no-color PLAN',
  ]);
  expect(imports).toEqual(['', '{"import":[{"to":"google_project.p","id":"lab-c1"}]}', '', '']);
  expect(readdirSync(folder)).toEqual([]);
});

test('Without imports nothing is written', async () => {
  await stackWhere().plan([]);
  expect(imports).toEqual(['', '']);
});

test('A plan of the imports alone names them as its targets', async () => {
  await stackWhere().plan([PROJECT], 'imports');
  expect(asked[0]).toBe('plan -json -out=PLAN -target=google_project.p');
});

test('An id that looks like a template is taken as it is', async () => {
  await stackWhere().plan([{ address: 'helm_release.a', id: 'a/${b}%{c}$d' }]);
  expect(JSON.parse(imports[0]!)).toEqual({ import: [{ to: 'helm_release.a', id: 'a/$${b}%%{c}$d' }] });
});

test('The imports go away where the plan fails, and what it said is read', async () => {
  const output = '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"No","detail":""}}\n';
  const run = await stackWhere(() => ({ code: 1, output })).plan([PROJECT]);
  expect(run).toMatchObject({ ok: false, output, events: { errors: [{ summary: 'No' }] } });
  expect(asked).toEqual(['plan -json -out=PLAN']);
  expect(readdirSync(folder)).toEqual([]);
});

test('The imports go away where terraform is stopped or cannot be run', async () => {
  await expect(stackWhere(() => ({ stopped: true, code: 1 })).plan([PROJECT])).rejects.toThrow(Stopped);
  expect(readdirSync(folder)).toEqual([]);
  const none = new StackFolder(folder, () => Promise.reject(new Error('spawn terraform ENOENT')));
  await expect(none.plan([PROJECT])).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});

test('Imports that a killed recovery left are taken away first', () => {
  writeFileSync(join(folder, IMPORTS_FILE), '{"import":[]}');
  stackWhere();
  expect(readdirSync(folder)).toEqual([]);
});

test('Plans hold secrets of the state: they are kept apart and taken away at the end', async () => {
  let plans = '';
  const stack = new StackFolder(folder, (args) => {
    if (args[0] === 'plan') plans = planFolder(args);
    return Promise.resolve(RUN);
  });
  await stack.plan([]);
  expect(plans).not.toContain(folder);
  expect(existsSync(plans)).toBe(true);
  stack.close();
  expect(existsSync(plans)).toBe(false);
});

test('A state that could not be saved goes away when it is in its backend, and not before', async () => {
  const file = join(folder, 'errored.tfstate');
  expect(stackWhere().hasUnsavedState()).toBe(false);
  writeFileSync(file, '{}');
  expect(stackWhere().hasUnsavedState()).toBe(true);
  await stackWhere(() => ({ code: 1 })).saveState();
  expect(existsSync(file)).toBe(true);
  await stackWhere().saveState();
  expect(existsSync(file)).toBe(false);
  expect(asked).toEqual(['state push -no-color errored.tfstate', 'state push -no-color errored.tfstate']);
});

test('One import and one release say which', async () => {
  const stack = stackWhere();
  await stack.importOne(PROJECT);
  await stack.releaseLock('dead');
  expect(asked).toEqual(['import -no-color google_project.p lab-c1', 'force-unlock -no-color -force dead']);
});
