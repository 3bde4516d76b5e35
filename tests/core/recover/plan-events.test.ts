import { readEvents } from '../../../src/core/recover/plan-events';

const lines = (...events: readonly unknown[]): string =>
  events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))).join('\n');

const hook = (type: string, addr: string) => ({ '@level': 'info', type, hook: { resource: { addr } } });

test('Errors and readings are told, warnings and other lines are not', () => {
  const output = lines(
    { '@level': 'info', '@message': 'Terraform 1.11.4', type: 'version' },
    'Terraform crashed!',
    hook('refresh_start', 'google_project.p'),
    hook('refresh_start', 'google_project.q'),
    hook('refresh_complete', 'google_project.p'),
    hook('apply_start', 'google_project.r'),
    { type: 'diagnostic', diagnostic: { severity: 'warning', summary: 'old', detail: '' } },
    { type: 'diagnostic', diagnostic: { severity: 'error', summary: 'no', detail: 'because' } },
    { type: 'diagnostic', diagnostic: { severity: 'error', summary: 'short' } },
    '',
  );
  expect(readEvents(output)).toEqual({
    errors: [
      { severity: 'error', summary: 'no', detail: 'because' },
      { severity: 'error', summary: 'short', detail: '' },
    ],
    begun: new Set(['google_project.p', 'google_project.q']),
    read: new Set(['google_project.p']),
  });
});

test('No output has no events', () => {
  expect(readEvents('')).toEqual({ errors: [], begun: new Set(), read: new Set() });
});
