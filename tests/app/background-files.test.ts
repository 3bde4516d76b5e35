import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackgroundFiles } from '../../src/app/background-files';
import { filesIn, temporaryFolder } from './temporary-folder';

test('Once it is finished every file is there, in folders that were made on the way', () => {
  const folder = temporaryFolder();
  const files = new BackgroundFiles();
  const expected = Array.from({ length: 500 }, (_, n) => [`d${n % 7}/e/f${n}`, `text ${n}`] as const);
  for (const [path, text] of expected) files.write(join(folder, path), text);
  files.finish();
  expect(filesIn(folder)).toEqual(new Map([...expected].sort(([a], [b]) => (a < b ? -1 : 1))));
});

test('A link is another name of the same file', () => {
  const folder = temporaryFolder();
  const files = new BackgroundFiles();
  files.write(join(folder, 'a'), 'text');
  files.link(join(folder, 'a'), join(folder, 'b/c'));
  files.finish();
  expect(readFileSync(join(folder, 'b/c'), 'utf8')).toBe('text');
  expect(statSync(join(folder, 'b/c')).ino).toBe(statSync(join(folder, 'a')).ino);
});

test('The first failure is thrown as fs would have thrown it, and nothing is written after it', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const files = new BackgroundFiles();
  files.write(join(folder, 'file', 'below'), 'text');
  files.write(join(folder, 'later'), 'text');
  expect(() => files.finish()).toThrow(
    expect.objectContaining({ code: 'EEXIST', path: join(folder, 'file') }) as Error,
  );
  expect([...filesIn(folder).keys()]).toEqual(['file']);
});

test('Closing waits for what was given, so that the folder can be removed', () => {
  const folder = temporaryFolder();
  const files = new BackgroundFiles();
  for (let n = 0; n < 200; n += 1) files.write(join(folder, `f${n}`), 'text');
  files.close();
  expect(filesIn(folder).size).toBe(200);
});
