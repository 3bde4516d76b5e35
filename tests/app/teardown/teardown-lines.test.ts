import picocolors from 'picocolors';
import { endLines, workLine } from '../../../src/app/teardown/teardown-lines';
import type { WorkReport } from '../../../src/app/teardown/work-log';
import type { TimeZone } from '../../../src/core/domain/time';

const page = (colors: boolean, width = 80) => ({ colors: picocolors.createColors(colors), width });
const plain = (text: string): string => text.replaceAll(/\x1b\[\d+m/g, '');

const report = (more: Partial<WorkReport>): WorkReport => ({
  step: 'shards', what: 'shard-1-01', outcome: 'done', said: '12 resources destroyed', seconds: 0.4, ...more,
}); // prettier-ignore

test('A line says when, which step, on what, what was done and how long it took', () => {
  expect(workLine(report({ seconds: 62.4 }), '16:27', page(false))).toBe(
    '✓ 16:27  shards    shard-1-01: 12 resources destroyed (62 s)',
  );
  expect(workLine(report({ outcome: 'done before' }), '16:27', page(false))).toContain('destroyed (by an earlier run)');
  expect(workLine(report({ outcome: 'failed', said: 'Error 403' }), '16:27', page(false))).toMatch(/^✗ .*: Error 403$/);
}); // prettier-ignore

test('Colours change nothing but colours, and no line is wider than the terminal', () => {
  for (const outcome of ['done', 'done before', 'failed'] as const) {
    const long = report({ outcome, said: 'a reason that goes on and on '.repeat(6).trim() });
    const coloured = workLine(long, '16:27', page(true));
    expect(coloured).not.toBe(plain(coloured));
    expect(plain(coloured)).toBe(workLine(long, '16:27', page(false)));
    expect(plain(coloured).split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
}); // prettier-ignore

test('The end names what is kept and why, and nothing of names and inventories then', () => {
  const ended = { cohort: 'w255', reserved: [], elsewhere: [], commands: ['gcloud x'], timeZone: 'UTC' as TimeZone };
  const kept = endLines({ ...ended, kept: new Map([['cell-1', 'shard-1-01 is kept']]) }, page(false)).join('\n');
  expect(kept).toContain('✗ cell-1 is kept: shard-1-01 is kept');
  expect(kept).not.toContain('gcloud');
  expect(endLines({ ...ended, kept: new Map() }, page(false)).join('\n')).toContain('✓ w255: every stack is destroyed.');
}); // prettier-ignore
