import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { HOME, presets } from '../../../src/app/cohort-directory';
import { run } from '../recorded-terminal';
import { temporaryFolder } from '../temporary-folder';

const SHARIF = readFileSync(join(HOME, 'courses', 'sharif.yaml'), 'utf8');

/** A course file with this text, in a folder of its own. */
function courseFile(text: string): string {
  const path = join(temporaryFolder(), 'mine.yaml');
  writeFileSync(path, text);
  return path;
}

const here = (path: string): string => relative(process.cwd(), path);
const tooLong = (text: string): readonly string[] => text.split('\n').filter((line) => [...line].length > 80);

describe('practicum course check', () => {
  test.each(presets())('finds nothing to remark in %s', async (id) => {
    const { code, out, err } = await run('course', 'check', id);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^✓ ${id}: \\d+ weeks, \\d+ labs, \\d+ toolkits; nothing to remark\\.$`));
  });

  test('tells all problems at once, each with its place and what to write', async () => {
    const path = courseFile(
      SHARIF.replace('weight: 26', 'weight: 46')
        .replace('size: service\n', 'size: servce\n')
        .replace('held: { week: 16', 'held: { week: 17'),
    );
    const { code, out, err } = await run('course', 'check', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('no size has this name');
    expect(err).toContain('write    size: service');
    expect(err).toContain('the weights of the labs and of "other" are more than the whole grade');
    expect(err).toContain('the course has 16 weeks');
    expect(err).toContain(`3 problems in ${here(path)}. Nothing was written.`);
  });

  test('tells what a course hardly means as remarks, and ends well', async () => {
    const path = courseFile(
      SHARIF.replace('weight: 26', 'weight: 20').replace(
        '  - { week: 4, title: Preprocessing and features }\n',
        '',
      ),
    );
    const { code, out, err } = await run('course', 'check', path);
    expect(code).toBe(0);
    expect(out).toBe('✓ sharif: 16 weeks, 8 labs, 15 toolkits; 2 remarks.');
    expect(err).toContain('week 4 has no topic');
    expect(err).toContain('the weights are less than the whole grade');
    const json = await run('course', 'check', path, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ problems: [], warnings: [{}, {}] });
  });

  test('tells of a lab that is due before it opens, though no term is known', async () => {
    const path = courseFile(SHARIF.replace('due: { daysAfterOpening: 14', 'due: { week: 1, day: monday'));
    const { code, err } = await run('course', 'check', path);
    expect(code).toBe(2);
    expect(err).toContain('hw1 is due before it opens');
  });

  test('says which courses there are when it is given another word', async () => {
    const { code, err } = await run('course', 'check', 'sharf');
    expect(code).toBe(2);
    expect(err).toContain('no course that ships with practicum has this id');
    expect(err).toContain('one of csce790, mlsd, sharif, w255');
    expect(err).toContain('write    sharif');
  });

  test('says of a file that there is none, and how to start one', async () => {
    const { code, err } = await run('course', 'check', './nowhere/mine.yaml');
    expect(code).toBe(2);
    expect(err).toContain('there is no such file');
    expect(err).toContain('write    practicum course new nowhere/mine.yaml');
  });
});

describe('practicum course show', () => {
  test.each(presets())('is readable of %s in 80 columns', async (id) => {
    const { code, out, err } = await run('course', 'show', id);
    expect({ code, err, wide: tooLong(out) }).toEqual({ code: 0, err: '', wide: [] });
  });

  test('tells weeks, labs by weeks of the course, other work, toolkits, sizes and costs', async () => {
    const { out } = await run('course', 'show', 'sharif');
    expect(out).toContain('16 weeks; Saturday 16:30 to 18:00, Monday 16:30 to 18:00');
    expect(out).toContain('  14  Detecting a change of distribution');
    expect(out).toMatch(/phase1 +team +week 3 Mon 18:00 +21 days later, 23:59 +12/);
    expect(out).toMatch(/final-exam +week 16 Mon 16:30 +120 min +26 %/);
    expect(out).toMatch(/hw3 +prediction-api small\*, grafana small/);
    expect(out).toContain('* setting it up is the work of the lab');
    expect(out).toMatch(/each student +\$ ?\d+\.\d\d +\$ ?\d+\.\d\d/);
    expect(out).not.toMatch(/20\d\d-\d\d-\d\d/);
  });

  test('has dates and breaks with a cohort', async () => {
    const { out } = await run(
      'course',
      'show',
      'sharif',
      '--cohort',
      join(HOME, 'examples', 'sharif-spring'),
    );
    expect(out).toContain('times in Asia/Tehran');
    expect(out).toContain('   6  2027-03-13  Models and baselines\n      2027-03-20  no classes\n');
    expect(out).toMatch(/phase1 +team +Mon 22 Feb 18:00 +Mon 15 Mar 23:59 +12/);
    expect(tooLong(out)).toEqual([]);
  });

  test('has classes on Saturday and Monday in Tehran, none of them in the weeks of Nowruz', async () => {
    const { out } = await run('calendar', '--cohort', join(HOME, 'examples', 'sharif-spring'));
    expect(out).toContain('Saturday 16:30 to 18:00, 16 times');
    expect(out).toContain('Monday 16:30 to 18:00, 16 times');
    const { weeks } = JSON.parse(
      (await run('course', 'show', 'sharif', '--json', '--cohort', join(HOME, 'examples', 'sharif-spring')))
        .out,
    ) as { weeks: { number?: number; starts: string }[] };
    expect(weeks.filter(({ number }) => number === undefined).map(({ starts }) => starts)).toEqual([
      '2027-03-20',
      '2027-03-27',
    ]);
  });

  test('is data with --json', async () => {
    const { out } = await run('course', 'show', 'w255', '--json');
    const { labs, perStudent } = JSON.parse(out) as {
      labs: { needs: { cpu: string } }[];
      perStudent: object;
    };
    expect(labs).toHaveLength(6);
    expect(labs[0]!.needs.cpu).toMatch(/^\d+m?$/);
    expect(Object.keys(perStudent)).toEqual(['usedUsd', 'mostUsd']);
  });

  test('tells what is wrong with the course and with the cohort together', async () => {
    const { code, err } = await run('course', 'show', 'sharf', '--cohort', join(temporaryFolder(), 'none'));
    expect(code).toBe(2);
    expect(err).toContain('2 problems in 2 files');
  });
});

describe('practicum course new', () => {
  test('writes a course with a remark on every key, in which nothing is wrong', async () => {
    const path = join(temporaryFolder(), 'deep', 'my-own.yaml');
    const { code, out } = await run('course', 'new', path);
    expect(code).toBe(0);
    expect(out).toContain(`npx practicum course check ${here(path)}`);
    const checked = await run('course', 'check', path);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toContain('✓ my-own: 4 weeks, 2 labs');
  });

  test.each(presets())('copies %s under the name of the file, with its remarks', async (id) => {
    const path = join(temporaryFolder(), 'autumn.yaml');
    expect((await run('course', 'new', path, '--from', id)).code).toBe(0);
    const text = readFileSync(path, 'utf8');
    const schema = relative(join(path, '..'), join(HOME, 'schemas', 'course.schema.json'));
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema}`);
    expect(text.match(/yaml-language-server/g)).toHaveLength(1);
    expect(text.split('\n').slice(1).join('\n')).toBe(
      readFileSync(join(HOME, 'courses', `${id}.yaml`), 'utf8')
        .split('\n')
        .slice(1)
        .join('\n')
        .replace(`id: ${id}\n`, 'id: autumn\n'),
    );
    expect((await run('course', 'check', path)).out).toContain('✓ autumn: ');
  });

  test('never overwrites', async () => {
    const path = courseFile('mine');
    const { code, err } = await run('course', 'new', path, '--from', 'w255');
    expect(code).toBe(2);
    expect(err).toContain('this is there already and is never overwritten');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test.each([
    ['mine.txt', 'a course file ends in .yaml'],
    ['My Course.yaml', "the file's name is to be the id of the course"],
    ['taken/mine.yaml', 'a part of this path is a file, not a folder'],
  ])('refuses %s, and writes nothing', async (name, said) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'taken'), '');
    const { code, err } = await run('course', 'new', join(folder, name));
    expect(code).toBe(2);
    expect(err.replaceAll(/\n +/g, ' ')).toContain(said);
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  test('refuses a course to copy that there is not, and writes nothing', async () => {
    const folder = temporaryFolder();
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    for (const from of ['shrif', join(folder, 'none.yaml'), folder, join(folder, 'loop.yaml')]) {
      const { code } = await run('course', 'new', join(folder, 'mine.yaml'), '--from', from);
      expect(code).toBe(2);
    }
    expect(readdirSync(folder)).toEqual(['loop.yaml']);
  });

  test('a cohort takes a course that was made so', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'class'));
    await run('course', 'new', join(folder, 'class', 'mine.yaml'), '--from', 'mlsd');
    const cohort = readFileSync(join(HOME, 'examples', 'mlsd-fall', 'cohort.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'class', 'cohort.yaml'),
      cohort.replace('course: mlsd', 'course: ./mine.yaml'),
    );
    writeFileSync(join(folder, 'class', 'roster.csv'), 'email,name\naiko.mori@example.edu,Aiko Mori\n');
    expect((await run('calendar', '--cohort', join(folder, 'class'))).code).toBe(0);
  });
});
