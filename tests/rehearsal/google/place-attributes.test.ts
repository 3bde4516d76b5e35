import {
  isZone,
  locationOf,
  plannedLocation,
  plannedRegion,
  projectOf,
  regionOf,
  regionOfPlace,
} from '../../../src/rehearsal/google/place-attributes';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { refusal } from './foundation-cloud';

test('What a resource leaves out, its provider says', () => {
  expect(projectOf({}, { project: 'p' })).toBe('p');
  expect(projectOf({ project: 'own' }, { project: 'p' })).toBe('own');
  expect(regionOf({}, { region: 'us-west1' })).toBe('us-west1');
  expect(regionOf({}, { zone: 'us-east1-b' })).toBe('us-east1');
  expect(locationOf({}, { zone: 'us-east1-b' })).toBe('us-east1-b');
});

test('Nobody says it: the call is refused', () => {
  expect(refusal(() => projectOf({}, {}))).toBe('400 project: required field is not set');
  expect(refusal(() => regionOf({}, {}))).toBe(
    "400 Cannot determine region: set in this resource, or set provider-level 'region' or 'zone'.",
  );
  expect(refusal(() => locationOf({}, {}))).toBe(
    "400 Cannot determine location: set in this resource, or set provider-level 'region' or 'zone'.",
  );
});

test('What the provider says is known at plan time', () => {
  expect(plannedRegion({ region: UNKNOWN }, { region: 'us-west1' })).toEqual({ region: 'us-west1' });
  expect(plannedRegion({ region: 'us-east1' }, { region: 'us-west1' })).toEqual({});
  expect(plannedLocation({ location: UNKNOWN }, {})).toEqual({});
});

test('A zone is told from a region', () => {
  expect([isZone('us-west1-a'), isZone('us-west1'), isZone('northamerica-northeast1')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(regionOfPlace('us-west1-a')).toBe('us-west1');
});
