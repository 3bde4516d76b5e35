import { isoInstant } from '../../../src/rehearsal/cloud/iso-instant';

test('An instant is written as Google does, in whole seconds if it has no others', () => {
  expect(isoInstant(1_799_654_400_000)).toBe('2027-01-11T08:00:00Z');
  expect(isoInstant(1_799_654_400_250.4)).toBe('2027-01-11T08:00:00.25Z');
});
