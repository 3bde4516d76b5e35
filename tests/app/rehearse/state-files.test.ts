import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StateFiles } from '../../../src/app/rehearse/state-files';
import { temporaryFolder } from '../temporary-folder';

const info = (id: string): string => JSON.stringify({ ID: id, Who: 'ines@laptop' });

test('States and locks are there for whoever opens the folder next', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  const files = new StateFiles(folder);
  files.write('cell-1', 'first');
  files.write('cell-1', 'second');
  files.lock('shard-1-01', { id: 'two', info: info('two') });
  files.lock('cell-1', { id: 'one', info: info('one') });
  const next = new StateFiles(folder);
  expect(next.read('cell-1')).toBe('second');
  expect(next.tryFindLock('cell-1')).toEqual({ id: 'one', info: info('one') });
  expect(next.listLocks().map(({ stack, id }) => [stack, id])).toEqual([
    ['cell-1', 'one'],
    ['shard-1-01', 'two'],
  ]);
});

test('What is removed or released is gone, and what never was is no error', () => {
  const folder = temporaryFolder();
  const files = new StateFiles(folder);
  files.write('cell-1', 'state');
  files.lock('cell-1', { id: 'one', info: info('one') });
  files.remove('cell-1');
  files.unlock('cell-1');
  files.remove('cell-1');
  files.unlock('cell-1');
  expect(files.read('cell-1')).toBeUndefined();
  expect(files.tryFindLock('cell-1')).toBeUndefined();
  expect(files.listLocks()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('A file that is there and cannot be read is no missing state', () => {
  const folder = temporaryFolder();
  new StateFiles(join(folder, 'cell-1.tfstate'));
  expect(() => new StateFiles(folder).read('cell-1')).toThrow('EISDIR');
});
