import { Testing } from 'cdk8s';
import type { ApiServerOpeningProps } from '../../../constructs/k8s/api-server-opening';
import { ApiServerOpening } from '../../../constructs/k8s/api-server-opening';

const props: Required<ApiServerOpeningProps> = {
  namespace: 'amara-okafor',
  toolkit: 'argo-workflows',
  nodesCidr: '10.0.0.0/20',
  servicesCidr: '10.8.0.0/18',
};

test('The pods of one toolkit reach the API by its Service and by the control plane, on one port', () => {
  const chart = Testing.chart();
  new ApiServerOpening(chart, 'opening', props);
  expect(Testing.synth(chart)).toMatchObject([
    {
      kind: 'NetworkPolicy',
      metadata: { name: 'allow-api-server-argo-workflows', namespace: 'amara-okafor' },
      spec: {
        podSelector: { matchLabels: { 'practicum.dev/toolkit': 'argo-workflows' } },
        policyTypes: ['Egress'],
        egress: [
          {
            to: [{ ipBlock: { cidr: '10.8.0.1/32' } }, { ipBlock: { cidr: '10.0.0.0/20' } }],
            ports: [{ protocol: 'TCP', port: 443 }],
          },
        ],
      },
    },
  ]);
});
