import { isShrinkage, secondaryRange } from '../../../src/rehearsal/google/subnetwork-ranges';
import { computeName } from '../../../src/rehearsal/google/compute-resource';
import { refusal } from './foundation-cloud';
import { PROJECT_ID, labCloud } from './lab-cloud';

const range = (ip_cidr_range: string) => ({ ip_cidr_range });

test('A range that does not hold the old one replaces the subnetwork', () => {
  expect(isShrinkage(range('10.0.0.0/24'), range('10.0.0.0/22'))).toBe(true);
  expect(isShrinkage(range('10.1.0.0/20'), range('10.0.0.0/22'))).toBe(true);
  expect(isShrinkage(range('10.0.0.0/20'), range('10.0.0.0/22'))).toBe(false);
  expect(isShrinkage(range('10.0.0.0/22'), range('10.0.0.0/22'))).toBe(false);
});

test('A secondary range is found by its name', () => {
  const subnetwork = labCloud().find(computeName(PROJECT_ID, 'us-west1', 'subnetworks', 'labs-us-west1'));
  expect(secondaryRange(subnetwork, 'pods')).toBe('10.4.0.0/16');
  expect(refusal(() => secondaryRange(subnetwork, 'podz'))).toBe(
    '400 Pod or services secondary range "podz" does not exist in subnetwork "labs-us-west1": it has pods, services',
  );
});
