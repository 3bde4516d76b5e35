import type { ClusterConnectionProps } from '../../../constructs/gcp/cluster-connection';
import { ClusterConnection } from '../../../constructs/gcp/cluster-connection';
import { clusterEndpointRef } from '../../../constructs/gcp/refs';
import { reference, synthConstruct } from './synth-construct';

test('The provider signs in by the gcloud plugin and holds no token, key or certificate', () => {
  const out = synthConstruct((stack) => {
    new ClusterConnection(stack, 'connection', {
      endpoint: clusterEndpointRef(reference(stack, 'endpoint')),
    });
  });
  expect(out.counts()).toEqual({});
  expect(out.providers('helm')).toEqual([
    {
      kubernetes: {
        host: 'https://${local.given_endpoint}',
        exec: { api_version: 'client.authentication.k8s.io/v1beta1', command: 'gke-gcloud-auth-plugin' },
      },
    },
  ]);
});

test('Connections to several clusters are told apart by alias', () => {
  const out = synthConstruct((stack) => {
    for (const alias of ['amara-okafor', 'li-wei']) {
      const props: Required<ClusterConnectionProps> = {
        endpoint: clusterEndpointRef(reference(stack, 'endpoint')),
        alias,
      };
      new ClusterConnection(stack, alias, props);
    }
  });
  expect(out.providers('helm').map((provider) => provider['alias'])).toEqual(['amara-okafor', 'li-wei']);
});
