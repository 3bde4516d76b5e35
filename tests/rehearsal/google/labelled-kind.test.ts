import { computeGlobalAddressKind as kind } from '../../../src/rehearsal/google/compute-address-kinds';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { importOf, make, read, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const ADDRESS = {
  project: PROJECT_ID,
  name: 'labs-gateway',
  address_type: 'EXTERNAL',
  labels: { team: 'ada' },
};
const ALL = { 'goog-terraform-provisioned': 'true', team: 'ada' };

test('Labels of the provider are known at plan time, and kept by Google', () => {
  const planned = kind.plan({ ...ADDRESS, effective_labels: UNKNOWN, terraform_labels: UNKNOWN }, {});
  expect(planned).toEqual({ effective_labels: ALL, terraform_labels: ALL });
  const cloud = emptyLab();
  expect(make(cloud, kind, ADDRESS)).toMatchObject(planned);
  expect(cloud.inProject(PROJECT_ID).find(({ data }) => data['name'] === 'labs-gateway')?.data).toMatchObject(
    {
      effective_labels: ALL,
    },
  );
});

test('A label that somebody changed is seen', () => {
  const cloud = emptyLab();
  const state = make(cloud, kind, ADDRESS);
  const name = kind.assetName!(state);
  cloud.change(name, { data: { ...cloud.find(name).data, effective_labels: { ...ALL, team: 'bo' } } });
  expect(read(cloud, kind, state)).toMatchObject({ labels: { team: 'bo' } });
});

test('An import knows no labels of the configuration', () => {
  const cloud = emptyLab();
  make(cloud, kind, ADDRESS);
  expect(importOf(cloud, kind, `projects/${PROJECT_ID}/global/addresses/labs-gateway`)).toMatchObject({
    labels: null,
    terraform_labels: null,
    effective_labels: ALL,
  });
});

test('Google refuses upper case in labels', () => {
  expect(refusal(() => make(emptyLab(), kind, { ...ADDRESS, labels: { Team: 'Ada' } }))).toMatch(
    /^400 Label "Team" = "Ada" is not allowed: /,
  );
});
