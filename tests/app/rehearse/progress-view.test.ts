import picocolors from 'picocolors';
import { ProgressView, progressLine } from '../../../src/app/rehearse/progress-view';

const EVENT = { step: 'deploy', stack: 'shard-1-02', done: 143, total: 508 };
const ADDRESS = 'google_storage_bucket.amara-okafor_bucket_Resource_1A2B3C4D';

test.each([
  [
    'the step, the stack, how far it is and since when',
    EVENT,
    80,
    'deploy  shard-1-02  143 of 508 resources  0:42',
  ],
  [
    'the address where there is room, its end cut off',
    { ...EVENT, address: ADDRESS },
    80,
    'deploy  shard-1-02  143 of 508 resources  0:42  google_storage_bucket.amara-oka…',
  ],
  [
    'no address where there is none',
    { ...EVENT, address: ADDRESS },
    58,
    'deploy  shard-1-02  143 of 508 resources  0:42',
  ],
  [
    'what is done while nobody knows of how many',
    { ...EVENT, total: 0 },
    80,
    'deploy  shard-1-02  143 resources  0:42',
  ],
  ['the time alone while nothing is done yet', { step: 'deploy', done: 0, total: 0 }, 80, 'deploy  0:42'],
  [
    'what is being done in place of a stack',
    { step: 'A student comes late', stack: 'checking', done: 0, total: 0 },
    80,
    'A student comes late  checking  0:42',
  ],
  [
    'one resource as one',
    { step: 'deploy', done: 1, total: 0, address: 'google_project' },
    80,
    'deploy  1 resource  0:42  google_project',
  ],
  [
    'a long step cut short, so that the numbers stay',
    { ...EVENT, step: 'Two students come late on a Monday' },
    50,
    'Two stude…  shard-1-02  143 of 508 resources  0:42',
  ],
])('A line shows %s', (_, event, width, line) => {
  expect(progressLine(event, 42.7, width)).toBe(line);
});

test('No line is wider than the terminal', () => {
  for (let width = 5; width <= 120; width += 1)
    expect([...progressLine({ ...EVENT, address: ADDRESS }, 4000, width)].length).toBeLessThanOrEqual(width);
});

function watched(): { view: ProgressView; said: string[]; wait(milliseconds: number): void } {
  const said: string[] = [];
  let now = 1000;
  const view = new ProgressView(
    {
      progress: (line) => void said.push(`~ ${line}`),
      note: (line) => void said.push(line),
      done: () => undefined,
      colors: picocolors.createColors(false),
      width: 80,
    },
    () => now,
  );
  return { view, said, wait: (milliseconds) => void (now += milliseconds) };
}

test('Time is counted from the start of each step, and a line stays for each step that ends', () => {
  const { view, said, wait } = watched();
  view.start('deploy');
  wait(42_000);
  view.take(EVENT);
  view.finish({ step: 'deploy', good: true, summary: '508 added' });
  view.take({ ...EVENT, step: 're-apply' });
  wait(3000);
  view.finish({ step: 're-apply', good: false, summary: '1 finding' });
  expect(said).toEqual([
    '~ deploy  0:00',
    '~ deploy  shard-1-02  143 of 508 resources  0:42',
    '✓ deploy  508 added  42 s',
    '~ re-apply  shard-1-02  143 of 508 resources  0:00',
    '✗ re-apply  1 finding  3 s',
  ]);
});

test('No more than ten lines are shown in a second, the last one always', () => {
  const { view, said, wait } = watched();
  for (let done = 1; done <= 508; done += 1) {
    view.take({ ...EVENT, done });
    wait(1);
  }
  expect(said.map((line) => /(\d+) of/.exec(line)![1])).toEqual([
    '1',
    '101',
    '201',
    '301',
    '401',
    '501',
    '508',
  ]);
});

test('The clock on the line goes on where nothing else happens, and stops with the step', () => {
  const { view, said, wait } = watched();
  view.start('deploy');
  view.take({ step: 'deploy', stack: 'checking', done: 0, total: 0 });
  wait(1000);
  view.tick();
  view.finish({ step: 'deploy', good: true, summary: 'no change' });
  view.tick();
  expect(said).toEqual(['~ deploy  0:00', '~ deploy  checking  0:01', '✓ deploy  no change  1 s']);
});
