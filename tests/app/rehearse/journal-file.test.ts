import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JournalFile } from '../../../src/app/rehearse/journal-file';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { bucketAsset } from '../../rehearsal/provider/sample-bucket';
import { START } from '../../rehearsal/provider/sample-cloud';
import { temporaryFolder } from '../temporary-folder';

let path: string;
const open: JournalFile[] = [];

beforeEach(() => {
  path = join(temporaryFolder(), 'cloud.jsonl');
});

afterEach(() => open.splice(0).forEach((file) => file.close()));

function journal(): JournalFile {
  const file = new JournalFile(path);
  open.push(file);
  return file;
}

const bucket = (name: string) =>
  ({
    name: bucketAsset(name),
    type: 'bucket',
    data: { size: 9007199254740993n, ratio: '0.1' },
    madeBy: 'terraform',
  }) as const;

/** The cloud that the file tells of, which writes on into it. */
function restored(): Cloud {
  const file = journal();
  return Cloud.restore(START, file.read(), file);
}

const names = (cloud: Cloud): readonly string[] => cloud.list().map(({ name }) => name.slice(25));

test('A new journal tells of nothing', () => {
  expect(journal().read()).toEqual([]);
});

test('A cloud goes on where it stood, run after run', () => {
  const first = restored();
  first.insert(bucket('a'));
  first.advanceTo(START + 1000);
  const second = restored();
  expect([second.now, names(second)]).toEqual([START + 1000, ['a']]);
  second.insert(bucket('b'));
  second.remove(bucketAsset('a'), 1);
  const third = restored();
  expect(names(third)).toEqual(['b']);
  expect(third.listTombstones()).toHaveLength(1);
});

test('Each change is a line, and numbers that JSON has no room for are texts in it', () => {
  restored().insert(bucket('a'));
  const lines = readFileSync(path, 'utf8').split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0]!)).toEqual({
    change: 'put',
    asset: { ...bucket('a'), created: START, data: { size: '9007199254740993', ratio: '0.1' } },
  });
});

test('A last line that a killed process left half-written is none, and the next is not written behind it', () => {
  restored().insert(bucket('a'));
  appendFileSync(path, '{"change":"put","asset":{"name":"//storage.google');
  const next = restored();
  expect(names(next)).toEqual(['a']);
  next.insert(bucket('b'));
  next.insert(bucket('c'));
  expect(names(restored())).toEqual(['a', 'b', 'c']);
});

test('A last line that lacks its end alone was not written whole either', () => {
  const cloud = restored();
  cloud.insert(bucket('a'));
  cloud.insert(bucket('b'));
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -1));
  expect(names(restored())).toEqual(['a']);
});

test('A line that is broken in the middle is no accident', () => {
  writeFileSync(path, '{"change":"clock","now":1}\n{"chan\n{"change":"clock","now":2}\n');
  expect(() => journal().read()).toThrow(SyntaxError);
});
