import { PlaceSleep } from '../../../../constructs/k8s/monitoring/place-sleep';
import { findManifest, inventory } from '../synth-construct';
import { madeProgram } from './a-program';

const { all } = madeProgram('place-sleep', (chart) => {
  new PlaceSleep(chart, 'Sleep', {
    image: 'kubectl:1',
    nights: [
      { from: 100, to: 200 },
      { from: 300, to: 400 },
    ],
    places: [
      { namespace: 'ada', awake: [{ from: 100, to: 150 }, { from: 310, to: 320 }] }, // prettier-ignore
      { namespace: 'no', awake: [] },
    ],
    placement: {},
  });
});

test('It is told the nights, and each place with the nights of its own', () => {
  expect(findManifest(all, 'ConfigMap', 'place-sleep')['data']).toMatchObject({
    nights: '100 200\n300 400\n',
    places: 'ada:100-150,310-320\nno:\n',
  });
});

test('It changes workloads, in places that let it in and nowhere else', () => {
  expect(findManifest(all, 'ClusterRole', 'practicum-place-sleep')['rules']).toEqual([
    { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: ['get', 'list', 'patch'] },
  ]);
  expect(inventory(all).filter((each) => each.includes('Binding'))).toEqual([]);
});
