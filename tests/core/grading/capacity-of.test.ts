import { capacityOf } from '../../../src/core/grading/capacity-of';
import { aPlan, tenant } from '../plan/a-plan';
import { aConfig } from '../sample-cohort';

test('Graded places share half of what pods can use on the lab nodes of their cell', () => {
  const plan = aPlan({ config: aConfig('nodes: { machineType: e2-standard-8, max: 5 }\n') });
  // Of 8 cores GKE leaves 7.91 to pods, and we nine tenths of that: five nodes have 35.595.
  expect(capacityOf(plan, tenant(plan, 'ada'))).toMatchObject({ cpu: { millis: 17_798 } });
});

test('In a cluster of its own a place disturbs nobody', () => {
  const plan = aPlan({ config: aConfig('tier: cluster\n') });
  const ada = tenant(plan, 'ada');
  expect(capacityOf(plan, ada)).toEqual({ cpu: ada.quota.cpuLimit });
});
