import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { managedMetadata } from '../managed-metadata';
import { GATEWAY_LABEL } from '../tenant-namespace';

/**
 * Namespace of what collects and shows metrics. Its pods meet the level `restricted`, and no packet goes in or out but
 * where a policy of one of its programs lets it; names are asked for
 * by all, wherever the cluster has its DNS.
 */
export class MonitoringNamespace extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: managedMetadata({
        name: MONITORING_NAMESPACE,
        labels: {
          // The staff's Grafana has a host of its own.
          [GATEWAY_LABEL]: 'true',
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'latest',
        },
      }),
    });
    new ApiObject(this, 'DenyAll', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: managedMetadata({ name: 'deny-all', namespace: MONITORING_NAMESPACE }),
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    new ApiObject(this, 'AllowDns', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: managedMetadata({ name: 'allow-dns', namespace: MONITORING_NAMESPACE }),
      spec: {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [
          {
            ports: [
              { protocol: 'UDP', port: 53 },
              { protocol: 'TCP', port: 53 },
            ],
          },
        ],
      },
    });
  }
}
