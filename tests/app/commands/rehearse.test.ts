import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { familyOf } from '../../../src/app/rehearse/process-memory';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn, temporaryFolder } from '../temporary-folder';
import { SpawnedPracticum } from './spawned-practicum';

const rehearse = (...args: readonly string[]) => run('rehearse', '--engine', 'terraform', ...args);
const shown = (path: string): string => relative(process.cwd(), path);

test('A scenario that nobody ships is told with those that there are', async () => {
  const out = temporaryFolder();
  expect(
    await rehearse('--cohort', copyOfExample('tier-namespace'), '--scenario', 'nonsense', '--out', out),
  ).toEqual({
    code: 2,
    out: '',
    err: `--scenario:1:1  no scenario that ships with practicum has this name
  got      "nonsense"
  allowed  one of faults, long-term, scale, term, or the path of your own file
  write    --scenario term

One problem in --scenario. Nothing was written.`,
  });
  expect(readdirSync(out)).toEqual([]);
});

const HELP = '\n(practicum --help lists what there is)';

test.each([
  ['--students', '0', "option '--students <number>'", 'It must be a whole number from 1 to 5000.'],
  ['--students', 'many', "option '--students <number>'", 'It must be a whole number from 1 to 5000.'],
  ['--faults', '-1', "option '--faults <seed>'", 'It must be a whole number from 0 to 2147483648.'],
  ['--parallelism', '0', "option '--parallelism <number>'", 'It must be a whole number from 1 to 64.'],
  ['--engine', 'x', "option '--engine <engine>'", 'Allowed choices are cdktf, terraform.'],
])('%s %s is refused in a sentence', async (option, value, name, why) => {
  expect(await run('rehearse', option, value)).toEqual({
    code: 2,
    out: '',
    err: `error: ${name} argument '${value}' is invalid. ${why}${HELP}`,
  });
});

test('A folder with files of others is refused and left as it is', async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, 'rehearsal'));
  writeFileSync(join(out, 'rehearsal', 'thesis.tex'), 'mine');
  const { code, err } = await rehearse('--cohort', copyOfExample('tier-namespace'), '--out', out);
  expect({ code, err }).toEqual({
    code: 2,
    err: `${shown(join(out, 'rehearsal'))}:1:1  this folder has files in it that no rehearsal made, and a rehearsal would delete them
  write    --out with a folder of its own

One problem in ${shown(join(out, 'rehearsal'))}. Nothing was written.`,
  });
  expect([...filesIn(out)]).toEqual([[join('rehearsal', 'thesis.tex'), 'mine']]);
});

/** A folder that an earlier rehearsal has written into. */
function rehearsed(): string {
  const out = temporaryFolder();
  mkdirSync(join(out, 'rehearsal'));
  for (const file of ['.practicum-rehearsal', 'report.md']) writeFileSync(join(out, 'rehearsal', file), '');
  return out;
}

test('A cohort inside the folder is refused and stays', async () => {
  const out = rehearsed();
  const cohort = join(out, 'rehearsal', 'cohort');
  mkdirSync(cohort);
  const { code, err } = await rehearse('--cohort', cohort, '--out', out);
  expect(code).toBe(2);
  expect(err).toContain('this cohort is in the folder that the rehearsal would empty');
  expect(existsSync(cohort)).toBe(true);
});

test('A terraform that cannot be run is told in a sentence, and nothing is written', async () => {
  const out = rehearsed();
  const before = filesIn(out);
  for (const engine of ['terraform', 'cdktf']) {
    const options = [
      '--cohort',
      copyOfExample('tier-namespace'),
      '--out',
      out,
      '--terraform',
      '/nonexistent',
    ];
    expect(await run('rehearse', '--engine', engine, ...options)).toEqual({
      code: 2,
      out: '',
      err: '"/nonexistent" cannot be run: install terraform, or say where it is with\n--terraform.',
    });
  }
  expect(filesIn(out)).toEqual(before);
});

test('Faults in the cohort’s files are told as by every command, and what was rehearsed before stays', async () => {
  const out = rehearsed();
  const before = filesIn(out);
  const cohort = copyOfExample('tier-namespace', {
    edit: { 'cohort.yaml': (text) => text.replace('course: w255', 'course: w256') },
  });
  const [told, checked] = [
    await rehearse('--cohort', cohort, '--out', out),
    await run('check', '--cohort', cohort),
  ];
  expect(told).toEqual(checked);
  expect(told.code).toBe(2);
  expect(filesIn(out)).toEqual(before);
});

test('Invented students in place of people whom the cohort names are told, with --json as data alone', async () => {
  const out = rehearsed();
  const before = filesIn(out);
  const cohort = copyOfExample('tier-project');
  const {
    code,
    out: text,
    err,
  } = await rehearse('--cohort', cohort, '--out', out, '--students', '3', '--json');
  expect({ code, err }).toEqual({ code: 2, err: '' });
  expect(JSON.parse(text)).toEqual({
    problems: [
      {
        file: shown(join(cohort, 'cohort.yaml')),
        line: 28,
        column: 16,
        message: 'the roster names no such student: the 3 of this rehearsal are invented',
        got: '"elif.yilmaz@example.edu"',
        allowed: 'your own roster, or invented people such as amara.abara@example.edu',
        write: 'rehearse without --students and without "students:" in the scenario',
      },
    ],
  });
  expect(filesIn(out)).toEqual(before);
});

/** A terraform that starts a process and hangs: not for long, lest a failed test leave it behind. */
function hangingTerraform(folder: string): string {
  const file = join(folder, 'terraform');
  writeFileSync(
    file,
    `#!/bin/sh
if [ "$1" = version ]; then echo '{"terraform_version":"1.11.4"}'; exit; fi
sleep 60 &
echo $! > "${folder}/hangs"
wait
`,
  );
  chmodSync(file, 0o755);
  return file;
}

/** Whether a process runs; one that is dead and not buried does not. */
function runs(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends terraform and all it started, and leaves nothing in the temporary folder',
  async (signal) => {
    const folder = temporaryFolder();
    const temporary = temporaryFolder();
    const practicum = new SpawnedPracticum(
    ['rehearse', '--engine', 'terraform', '--cohort', copyOfExample('tier-namespace'),
      '--out', folder, '--terraform', hangingTerraform(folder)],
    { TMPDIR: temporary },
  ); // prettier-ignore
    const hangs = join(folder, 'hangs');
    const pid = await practicum.until(() => {
      const text = existsSync(hangs) ? readFileSync(hangs, 'utf8') : '';
      return text.endsWith('\n') ? Number(text) : undefined;
    });
    const ours = (): readonly string[] =>
      readdirSync(temporary).filter((name) => name.startsWith('practicum-'));
    const family = familyOf(practicum.pid);
    expect([family.includes(pid), ours().length]).toEqual([true, 1]);
    expect(await practicum.stopped(signal)).toBe(1);
    expect({ out: practicum.out, err: practicum.err }).toEqual({
      out: '',
      err: 'Stopped. All of it was simulated: nothing is left to clean up.\n',
    });
    expect(family.filter(runs)).toEqual([]);
    expect(ours()).toEqual([]);
  },
  60_000,
);
