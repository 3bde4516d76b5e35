import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineCommand, EngineRun } from '../../../src/app/rehearse/terraform-run';
import { runEngine, withoutAddresses } from '../../../src/app/rehearse/terraform-run';
import { temporaryFolder } from '../temporary-folder';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

/** Runs a script in place of terraform. */
const run = (script: string, more: Partial<EngineCommand> = {}): Promise<EngineRun> =>
  runEngine({
    program: process.execPath,
    args: ['-e', script],
    folder,
    env: {},
    log: join(folder, 'log'),
    onProcess: () => () => undefined,
    ...more,
  });
const log = (): string => readFileSync(join(folder, 'log'), 'utf8');

test('A run ends with its code and all that it printed, in its folder, with its environment', async () => {
  const script =
    'process.stdout.write(process.cwd() + " " + process.env.PLACE + "\\n"); process.stderr.write("│ no\\n"); process.exitCode = 2';
  const { code, output } = await run(script, { env: { PLACE: 'labs' } });
  expect(code).toBe(2);
  expect(output.split('\n').sort()).toEqual(['', `${folder} labs`, '│ no']);
});

test('The log has the command and all that was printed, run after run', async () => {
  await run('console.log("one")');
  await run('console.log("two")');
  const command = (text: string): string => `$ ${process.execPath} -e console.log("${text}")\n${text}\n`;
  expect(log()).toBe(command('one') + command('two'));
});

test('A last line without an end is printed as well', async () => {
  expect((await run('process.stdout.write("half")')).output).toBe('half\n');
});

test('Addresses of people are in neither the log nor the output', async () => {
  const env = { MEMBER: 'user:amara.okafor@example.edu' };
  const { output } = await run('console.log(`+ members = [ "${process.env.MEMBER}" ]`)', { env });
  expect(output).toBe('+ members = [ "user:<e-mail>" ]\n');
  expect(log()).not.toContain('okafor');
});

test('An address that comes in pieces, or between pieces of another stream, is known too', async () => {
  const script = `
    const out = (text) => process.stdout.write(text);
    const err = (text) => process.stderr.write(text);
    const later = (each) => setTimeout(each, 5);
    out('user:amara.okafor@exam');
    later(() => { err('Warning: '); later(() => { out('ple.edu\\n'); later(() => err('slow\\n')); }); });
  `;
  const { output } = await run(script);
  expect(output.split('\n').sort()).toEqual(['', 'Warning: slow', 'user:<e-mail>']);
});

test('Letters that come in pieces stay whole', async () => {
  const script = `
    const bytes = Buffer.from('│ Inês\\n');
    process.stdout.write(bytes.subarray(0, 1));
    setTimeout(() => process.stdout.write(bytes.subarray(1)), 5);
  `;
  expect((await run(script)).output).toBe('│ Inês\n');
});

test('Of a long output the end is kept, where the errors are, and the log has all', async () => {
  const script =
    'for (let line = 0; line < 30000; line += 1) console.log("x".repeat(99)); console.log("Error: no")';
  const { output } = await run(script);
  expect(output).toHaveLength(2_000_000);
  expect(output.endsWith(`${'x'.repeat(99)}\nError: no\n`)).toBe(true);
  expect(log().split('\n').length).toBe(30_003);
});

test('A run that is killed says so', async () => {
  const pids: number[] = [];
  const killed = run('console.log("ready"); setInterval(() => undefined, 1000)', {
    onProcess: (pid) => {
      pids.push(pid);
      process.kill(pid, 'SIGKILL');
      return () => pids.push(-pid);
    },
  });
  const { code, output } = await killed;
  expect(code).toBe(1);
  expect(output).toContain('\nError: terraform was killed (SIGKILL)\n');
  expect(pids).toEqual([pids[0], -pids[0]!]);
});

test('A program that is not there is an error', async () => {
  await expect(run('', { program: join(folder, 'terraform') })).rejects.toThrow('ENOENT');
});

test.each([
  ['user:a.b+c@example.edu, x', 'user:<e-mail>, x'],
  ["o'keefe@math.example.edu", '<e-mail>'],
  ['ana#lab!~{2}@example.edu', '<e-mail>'],
  ['principal://idp/subject/amara@example.edu', 'principal://idp/subject/<e-mail>'],
  ['nodes@w255-c1.iam.gserviceaccount.com', 'nodes@w255-c1.iam.gserviceaccount.com'],
  ['a@b and git@github', 'a@b and git@github'],
])('Of %j nothing is left but %j', (text, left) => {
  expect(withoutAddresses(text)).toBe(left);
});
