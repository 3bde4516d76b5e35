import { rehearsalReport } from '../../../src/app/rehearse/rehearsal-report';
import type { ReportProps } from '../../../src/app/rehearse/rehearsal-report';
import type { StepReport } from '../../../src/app/rehearse/report/report';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { asset } from '../../rehearsal/scenario/tenants';
import { step } from './report/sample-report';

function reported(steps: readonly StepReport[], options: ReportProps['options'], isReal = false) {
  const cloud = new Cloud(0);
  cloud.insert(asset('//storage.googleapis.com/left'));
  const ground = {
    cohort: { id: 'w255', students: [1, 2] },
    simulation: { cloud, storedOnly: new Set(['google_b', 'google_a']) },
    clusters: { isReal },
  } as unknown as ReportProps['ground'];
  const scenario = { name: 'A term', about: '', steps: [] };
  return rehearsalReport({ ground, scenario, steps, terraformVersion: '1.11.4', options });
}

test('What was rehearsed is told, with the programs that were real', () => {
  const report = reported([step('deploy')], { engine: 'cdktf', faults: 17 });
  expect(report).toMatchObject({
    cohort: 'w255', scenario: 'A term', students: 2, engine: 'cdktf', terraformVersion: '1.11.4', seed: 17,
    assetsLeft: [], storedOnlyTypes: ['google_a', 'google_b'], totals: { seconds: 10 },
  }); // prettier-ignore
  expect(report.real.slice(0, 2)).toEqual(['terraform 1.11.4', 'cdktf deploy and cdktf destroy']);
  expect(reported([], { engine: 'terraform' }).real.join()).not.toContain('cdktf');
  expect(reported([], { engine: 'terraform' })).not.toHaveProperty('seed');
});

test('The Kubernetes API is told among what was real, or among what was simulated', () => {
  const told = (isReal: boolean) => {
    const { real, simulated } = reported([], { engine: 'terraform' }, isReal);
    return [real, simulated].map(
      (lines) => lines.filter((line) => line.startsWith('the Kubernetes API')).length,
    );
  };
  expect([told(true), told(false)]).toEqual([[1, 0], [0, 1]]); // prettier-ignore
});

test('What is left is listed after a teardown that went through, and only then', () => {
  const left = (outcome: StepReport['outcome'], action: StepReport['action']): number =>
    reported([step('last', { outcome, action })], { engine: 'terraform' }).assetsLeft.length;
  expect([left('done', 'teardown'), left('failed', 'teardown'), left('done', 'deploy')]).toEqual([1, 0, 0]);
});
