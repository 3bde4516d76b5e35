import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackNode } from '../../../src/app/rehearse/stack-graph';
import { inOrder, reversed, stackGraph } from '../../../src/app/rehearse/stack-graph';
import { temporaryFolder } from '../temporary-folder';

const node = (name: string, ...after: readonly string[]): StackNode => ({
  name,
  folder: `/out/${name}`,
  after,
});
const CELL = node('cell');
const SERVICES = node('services', 'cell');
const SHARDS = [node('shard-1', 'cell'), node('shard-2', 'cell', 'services')];
const ALL = [...SHARDS, SERVICES, CELL];

/** Works on stacks until told to end one; remembers what was under way when. */
class Work {
  readonly log: string[] = [];
  private readonly ends = new Map<string, (ok: boolean) => void>();

  readonly on = async ({ name }: StackNode): Promise<{ readonly ok: boolean; readonly result: string }> => {
    this.log.push(`+${name}`);
    const ok = await new Promise<boolean>((done) => this.ends.set(name, done));
    this.log.push(`-${name}`);
    return { ok, result: name };
  };

  async end(name: string, ok = true): Promise<void> {
    this.ends.get(name)!(ok);
    await new Promise((done) => setImmediate(done));
  }
}

test('The manifest of an output tells its stacks and what each comes after', () => {
  const folder = temporaryFolder();
  const stacks = {
    cell: { workingDirectory: 'stacks/cell', dependencies: [] },
    shard: { workingDirectory: 'stacks/shard', dependencies: ['cell'] },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '0.21.0', stacks }));
  expect(stackGraph(folder)).toEqual([
    { name: 'cell', folder: join(folder, 'stacks/cell'), after: [] },
    { name: 'shard', folder: join(folder, 'stacks/shard'), after: ['cell'] },
  ]);
});

test('Each stack begins when all are done that it comes after', async () => {
  const work = new Work();
  const results = inOrder(ALL, 10, work.on);
  expect(work.log).toEqual(['+cell']);
  await work.end('cell');
  expect(work.log.splice(0)).toEqual(['+cell', '-cell', '+shard-1', '+services']);
  await work.end('services');
  await work.end('shard-2');
  await work.end('shard-1');
  expect(work.log).toEqual(['-services', '+shard-2', '-shard-2', '-shard-1']);
  expect(await results).toEqual(['cell', 'services', 'shard-2', 'shard-1']);
});

test('No more are under way at once than may be', async () => {
  const work = new Work();
  const free = ['a', 'b', 'c', 'd'].map((name) => node(name));
  const results = inOrder(free, 2, work.on);
  expect(work.log).toEqual(['+a', '+b']);
  await work.end('b');
  expect(work.log).toEqual(['+a', '+b', '-b', '+c']);
  for (const name of ['a', 'c', 'd']) await work.end(name);
  expect(await results).toEqual(['b', 'a', 'c', 'd']);
});

test('When one fails, those under way end, and no other begins', async () => {
  const work = new Work();
  const results = inOrder([CELL, node('other'), SERVICES, node('last')], 2, work.on);
  await work.end('cell', false);
  expect(work.log).toEqual(['+cell', '+other', '-cell']);
  await work.end('other');
  expect(await results).toEqual(['cell', 'other']);
});

test('A stack that is not among them is waited for by none', async () => {
  const done = async ({ name }: StackNode) => ({ ok: true, result: name });
  expect(await inOrder([node('shard', 'cell')], 1, done)).toEqual(['shard']);
  expect(await inOrder([], 1, done)).toEqual([]);
});

test('Stacks that wait for each other are never begun, and do not hang', async () => {
  expect(await inOrder([node('a', 'b'), node('b', 'a')], 2, async () => ({ ok: true, result: 1 }))).toEqual(
    [],
  );
});

test('What a work throws is thrown', async () => {
  const work = async (): Promise<never> => {
    throw new Error('no terraform');
  };
  await expect(inOrder([CELL, node('other')], 2, work)).rejects.toThrow('no terraform');
});

test('A teardown goes the other way', () => {
  const after = (name: string) => reversed(ALL).find((each) => each.name === name)!.after;
  expect(['cell', 'services', 'shard-1', 'shard-2'].map(after)).toEqual([
    ['shard-1', 'shard-2', 'services'],
    ['shard-2'],
    [],
    [],
  ]);
});
