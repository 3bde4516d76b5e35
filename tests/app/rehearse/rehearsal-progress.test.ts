import picocolors from 'picocolors';
import { RehearsalProgress } from '../../../src/app/rehearse/rehearsal-progress';
import { step } from './report/sample-report';

/** A progress and what it showed, `~` before what is replaced; its clock moves with jest's. */
function watched() {
  const said: string[] = [];
  const progress = new RehearsalProgress(
    {
      print: () => undefined,
      progress: (line) => void said.push(`~ ${line}`),
      note: (line) => void said.push(line),
      done: () => undefined,
      colors: picocolors.createColors(false),
      width: 80,
      interactive: false,
    },
    () => Date.now(),
  );
  return { progress, said };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('A step shows what is changed, then that it is checked, and its clock moves every second', () => {
  const { progress, said } = watched();
  progress.step({ name: 'A student comes late' });
  jest.advanceTimersByTime(500);
  progress.call({ action: 'read', type: 'google_project' });
  progress.call({ action: 'create', type: 'google_storage_bucket' });
  jest.advanceTimersByTime(500);
  progress.checks();
  jest.advanceTimersByTime(1000);
  progress.done(step('A student comes late', { added: 1 }));
  jest.advanceTimersByTime(5000);
  expect(said).toEqual([
    '~ A student comes late  0:00',
    '~ A student comes late  1 resource  0:00  google_storage_bucket',
    '~ A student comes late  1 resource  0:01  google_storage_bucket',
    '~ A student comes late  checking  0:02',
    '✓ A student comes late  1 added  2 s',
  ]);
});

test('After the end nothing is shown, whatever is still told', () => {
  const { progress, said } = watched();
  progress.step({ name: 'Deploy' });
  progress.end();
  progress.call({ action: 'create', type: 'google_project' });
  progress.checks();
  progress.done(step('Deploy'));
  progress.step({ name: 'Next' });
  jest.advanceTimersByTime(5000);
  expect(said).toEqual(['~ Deploy  0:00']);
  expect(jest.getTimerCount()).toBe(0);
});
