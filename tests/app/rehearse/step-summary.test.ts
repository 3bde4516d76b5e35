import { summaryOf } from '../../../src/app/rehearse/step-summary';
import { step } from './report/sample-report';

const FINDING = { invariant: 'applies', where: 'the run', message: 'Error: no' } as const;

test.each([
  [
    'what changed',
    step('Deploy', { added: 3, destroyed: 1 }),
    { good: true, summary: '3 added, 1 destroyed' },
  ],
  ['that nothing changed', step('Deploy'), { good: true, summary: 'no change' }],
  [
    'how much was found',
    step('Deploy', { findings: [FINDING] }),
    { good: false, summary: 'no change, 1 found' },
  ],
  [
    'that it failed as it must',
    step('Deploy', { outcome: 'failed as expected' }),
    { good: true, summary: 'no change' },
  ],
])('A step tells %s', (_, report, summary) => expect(summaryOf(report)).toEqual(summary));
