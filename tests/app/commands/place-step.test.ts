import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '../recorded-terminal';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn } from '../temporary-folder';

const DAYS = { hold: '2027-02-01T12:00', early: '2027-02-14T12:00', due: '2027-02-15T12:00' };
const copy = (): string => copyOfExample('tier-cluster', { ledger: true });
const on = (folder: string, at: string, ...args: readonly string[]): Promise<Recorded> =>
  run(...args, '--cohort', folder, '--at', at);
const last = (folder: string): string =>
  readFileSync(join(folder, 'cohort.lock.yaml'), 'utf8').trim().split('\n').at(-1)!;

test('A place is held and given back: the ledger remembers, all else is as it was', async () => {
  const folder = copy();
  const held = await on(folder, DAYS.hold, 'hold', 'hana.kim@example.edu');
  expect([held.code, held.err]).toEqual([0, '']);
  expect(held.out).toContain('hana-kim  held  shard-1-01  kept until 2027-02-15');
  expect(last(folder)).toContain('on: 2027-02-01, event: held, handle: hana-kim');
  expect((await on(folder, DAYS.early, 'return', 'hana-kim')).code).toBe(0);
  expect(last(folder)).toContain('event: returned, handle: hana-kim');
});

test('Nothing is destroyed that is not held, or not long enough, and one of two is none', async () => {
  const folder = copy();
  await on(folder, DAYS.hold, 'hold', 'hana-kim');
  const before = filesIn(folder);
  const refused = await on(folder, DAYS.early, 'destroy', 'gala-ruiz', 'hana-kim', 'nobody');
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('the place is not held: somebody works there');
  expect(refused.err).toContain('the place is kept until 2027-02-15');
  expect(refused.err).toContain('nobody has this e-mail, handle or team name');
  expect(refused.err).toContain('3 problems in practicum destroy. Nothing was written.');
  expect(filesIn(folder)).toEqual(before);
});

test('A cluster of somebody’s own goes in two steps, after the hold period or at once', async () => {
  const folder = copy();
  await on(folder, DAYS.hold, 'hold', 'hana-kim', 'gala-ruiz');
  const emptied = await on(folder, DAYS.due, 'destroy', 'hana-kim');
  expect(emptied.out).toContain('taken away in two deploys');
  expect(last(folder)).toContain('event: emptied, handle: hana-kim');
  expect((await on(folder, DAYS.due, 'return', 'hana-kim')).err).toContain('taken away already');
  await on(folder, DAYS.due, 'destroy', 'hana-kim');
  expect(last(folder)).toContain('event: destroyed, handle: hana-kim');
  expect((await on(folder, DAYS.hold, 'destroy', 'gala-ruiz', '--now')).code).toBe(0);
});

test('A dry run shows what would be recorded', async () => {
  const folder = copy();
  const before = filesIn(folder);
  const { out } = await on(folder, DAYS.hold, 'hold', 'hana-kim', '--dry-run');
  expect(out).toContain('Nothing was written: this would be recorded.');
  expect(filesIn(folder)).toEqual(before);
});

test('The ledger is shown on 80 columns, with what may be destroyed', async () => {
  const folder = copy();
  await on(folder, DAYS.hold, 'hold', 'hana-kim');
  const { out } = await on(folder, DAYS.due, 'ledger');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toContain('2027-02-01  held      hana-kim   1-01   hana.kim@example.edu');
  expect(out).toContain('May be destroyed: their hold period is over');
  expect(out).toContain('    npx practicum destroy hana-kim');
  expect((await on(folder, DAYS.early, 'ledger')).out).toContain('hana-kim  kept until 2027-02-15');
  const one = await on(folder, DAYS.due, 'ledger', 'gala-ruiz', '--json');
  expect(JSON.parse(one.out)).toMatchObject({
    lines: [{ event: 'enrolled', handle: 'gala-ruiz' }],
    held: [],
  });
  expect((await on(folder, DAYS.due, 'ledger', 'nobody')).code).toBe(2);
});
