import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './app/temporary-folder';
import { ROOT } from './layers';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Blocks of the README in one language, in order; `sh google-cloud` is another than `sh`. */
function blocks(language: string): readonly string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, block]) => block!,
  );
}

/** A checkout as a reader has it after `npm ci`. */
function checkout(): string {
  const folder = join(temporaryFolder(), 'practicum');
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter((name) => name !== '' && !name.startsWith('tests/'))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function sh(command: string, cwd: string): string {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', CI: '1', NO_UPDATE_NOTIFIER: '1' };
  return execFileSync('bash', ['-euo', 'pipefail', '-c', command], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Lines of what was printed without times and widths of columns, which differ from machine to machine. */
const timeless = (text: string): readonly string[] =>
  text.split('\n').map((line) =>
    line
      .replaceAll(/\d[\d.]* (?:s|min|h|d|MiB)\b(?: \d+ (?:s|min|h)\b)?/g, '…')
      .replaceAll(/ +/g, ' ')
      .trim(),
  );

const isScript = (block: string): boolean =>
  block.split('\n').every((line) => line === '' || line.startsWith('npm run '));

test('The demo and all commands on a class run from a fresh checkout, in the order they stand there', () => {
  const folder = checkout();
  const commands = blocks('sh').filter((block) => !block.includes('npm test') && !isScript(block));
  expect(commands.length).toBe(7);
  const printed = commands.map((block) => sh(block.replace('npm ci && ', ''), folder));
  const [quoted] = blocks('text');
  const lines = timeless(printed[0]!);
  expect(timeless(quoted!).filter((line) => !lines.includes(line))).toEqual([]);
  expect(printed[3]).toContain('mlsd-fall27: 1 place');
  expect(printed[4]).toContain('Nobody reaches what is not theirs, and every guard stands by itself.');
  expect(printed[5]).toContain('5 steps, no finding');
}, 900_000);

test('Scripts that the README names are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...README.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name!);
  expect(named).toEqual(expect.arrayContaining(['demo', 'check', 'bench', 'portability', 'schemas']));
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('The gate runs the README’s test command', () => {
  const command = blocks('sh')
    .find((block) => block.includes('npm test'))!
    .trim();
  const gate = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  for (const part of command.split(' && ')) expect(gate.split('\n')).toContain(part);
});

test('Links to files of the repository lead somewhere', () => {
  const pages = ['README.md', 'docs/decisions/README.md'];
  const links = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) =>
      join(dirname(page), link!),
    ),
  );
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).split('\n');
  expect(links.filter((link) => !files.some((file) => file === link || file.startsWith(`${link}/`)))).toEqual(
    [],
  );
});
