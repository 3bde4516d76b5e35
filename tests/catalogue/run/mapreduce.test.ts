import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapreduce } from '../../../src/core/catalogue/mapreduce/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { withParts } from './parts';
import { ran } from './started';

const FILES = mapreduce
  .examples(placeOf(mapreduce, 'small'))
  .flatMap((file) => ('text' in file ? [file] : []));
const TEXTS = FILES.filter(({ name }) => name.endsWith('.txt'));

withParts({ onPath: ['python3'] }, () => {
  const folder = temporaryFolder();
  const byHand = async (job: string): Promise<ReadonlyMap<string, string>> => {
    const args = ['by_hand.py', job, ...TEXTS.map(({ name }) => name)];
    const { code, said } = await ran('python3', args, { env: { PATH: process.env['PATH'] }, cwd: folder });
    expect(code).toBe(0);
    return new Map(
      said
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    );
  };

  beforeAll(() => {
    for (const { name, text } of FILES) writeFileSync(join(folder, name), text);
  });

  test('Both exercises by hand give what counting the texts gives', async () => {
    const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g)!;
    const all = TEXTS.flatMap(({ text }) => wordsIn(text));
    const counts = await byHand('wordcount');
    expect(new Set(counts.keys())).toEqual(new Set(all));
    for (const [word, count] of counts)
      expect(Number(count)).toBe(all.filter((each) => each === word).length);
    const index = await byHand('index');
    for (const [word, names] of index)
      expect(names.split(' ')).toEqual(
        TEXTS.filter(({ text }) => wordsIn(text).includes(word)).map(({ name }) => name),
      );
  }, 20_000);

  test('The same program for Spark is Python that compiles', async () => {
    const { code } = await ran('python3', ['-m', 'py_compile', 'on_spark.py'], {
      env: { PATH: process.env['PATH'] },
      cwd: folder,
    });
    expect(code).toBe(0);
  }, 20_000);
});
