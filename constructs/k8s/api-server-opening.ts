import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TOOLKIT_LABEL } from '../../src/core/kubernetes/hardened-pod';
import { managedMetadata } from './managed-metadata';

export interface ApiServerOpeningProps {
  readonly namespace: string;
  /** Id of the toolkit whose pods reach the API server. */
  readonly toolkit: string;
  /** Range of the nodes: the control plane answers from an address among theirs. */
  readonly nodesCidr: string;
  /** Range of Services: the first address in it stands for the API server. */
  readonly servicesCidr: string;
}

/** First address that a range has for use: `10.8.0.1` of `10.8.0.0/18`. */
const firstOf = (cidr: string): string => cidr.replace(/\.0\/\d+$/, '.1');

/**
 * Lets the pods of one toolkit reach the Kubernetes API of their cluster, and no other pods.
 *
 * A policy may be held to the Service's address or, once that is translated, to the control plane's, which the
 * subnetwork of the nodes gives and which is not known before. On 443 no node answers, and no pod has an address there.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation (read 2026-11)
 */
export class ApiServerOpening extends Construct {
  constructor(scope: Construct, id: string, props: ApiServerOpeningProps) {
    super(scope, id);
    const { namespace, toolkit, nodesCidr, servicesCidr } = props;
    new ApiObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: managedMetadata({ name: `allow-api-server-${toolkit}`, namespace }),
      spec: {
        podSelector: { matchLabels: { [TOOLKIT_LABEL]: toolkit } },
        policyTypes: ['Egress'],
        egress: [
          {
            to: [`${firstOf(servicesCidr)}/32`, nodesCidr].map((cidr) => ({ ipBlock: { cidr } })),
            ports: [{ protocol: 'TCP', port: 443 }],
          },
        ],
      },
    });
  }
}
