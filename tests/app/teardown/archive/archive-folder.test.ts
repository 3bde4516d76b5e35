import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveFolder } from '../../../../src/app/teardown/archive/archive-folder';
import { temporaryFolder } from '../../temporary-folder';

const collect = (text: string) => jest.fn(async () => ({ text, entries: 2 }));

test('A file is written once, and collected again only where it is missing or damaged', async () => {
  const path = temporaryFolder();
  const first = collect('[1, 2]\n');
  const kept = await new ArchiveFolder(path).keep('bucket.json', first);
  expect(kept).toMatchObject({ bytes: 7, entries: 2 });
  const second = collect('[]\n');
  expect(await new ArchiveFolder(path).keep('bucket.json', second)).toEqual(kept);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
  for (const harm of [
    () => writeFileSync(join(path, 'bucket.json'), '[1, 3]\n'),
    () => writeFileSync(join(path, 'bucket.json'), ''),
    () => rmSync(join(path, 'bucket.json')),
    () => rmSync(join(path, 'index.json')),
  ]) {
    harm();
    const again = collect('[1, 2]\n');
    await new ArchiveFolder(path).keep('bucket.json', again);
    expect(again).toHaveBeenCalledTimes(1);
    expect(readFileSync(join(path, 'bucket.json'), 'utf8')).toBe('[1, 2]\n');
  }
});

test('Damage is told by length and by sum, with the path', async () => {
  const path = temporaryFolder();
  const folder = new ArchiveFolder(path);
  await folder.keep('a/x.json', collect('[1]'));
  expect(folder.damage('a/x.json')).toBeUndefined();
  writeFileSync(join(path, 'a', 'x.json'), '[2]');
  expect(folder.damage('a/x.json')).toContain('its SHA-256 differs');
  writeFileSync(join(path, 'a', 'x.json'), '');
  expect(folder.damage('a/x.json')).toContain('has 0 bytes, and 3 were written');
});
