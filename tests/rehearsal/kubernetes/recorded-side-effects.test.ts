import { computeName } from '../../../src/rehearsal/google/compute-resource';
import { recordedSideEffects } from '../../../src/rehearsal/kubernetes/recorded-side-effects';
import { CLUSTER, sampleCluster } from './sample-cluster';

const NETWORK = computeName('labs-c1', 'global', 'networks', 'default');
const RULE = computeName('labs-c1', 'global', 'forwardingRules', 'gkegw1-labs');
const EFFECT = {
  kind: 'forwarding rule',
  name: 'gkegw1-labs',
  why: 'Gateway "labs" in namespace "lab"',
  reservedAddress: 'labs-gateway',
} as const;

test('A side effect is an asset of the project, at the address that was reserved for it', () => {
  const { cloud } = sampleCluster();
  cloud.insert({
    name: NETWORK,
    type: 'compute.googleapis.com/Network',
    project: 'labs-c1',
    data: {},
    madeBy: 'google',
  });
  cloud.insert({
    name: computeName('labs-c1', 'global', 'addresses', 'labs-gateway'),
    type: 'compute.googleapis.com/GlobalAddress',
    project: 'labs-c1',
    data: { address: '203.0.113.9' },
    madeBy: 'terraform',
  });
  const effects = recordedSideEffects(cloud, CLUSTER);
  effects.appear(EFFECT);
  expect(cloud.find(RULE)).toMatchObject({
    type: 'compute.googleapis.com/ForwardingRule',
    madeBy: 'google',
    data: { why: EFFECT.why, address: '203.0.113.9' },
  });
  effects.disappear(EFFECT);
  expect(cloud.tryFind(RULE)).toBeUndefined();
});

test('Without that address it stands all the same', () => {
  const { cloud } = sampleCluster();
  recordedSideEffects(cloud, CLUSTER).appear(EFFECT);
  expect(cloud.find(RULE).data).not.toHaveProperty('address');
});
