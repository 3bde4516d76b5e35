import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { GATEWAY, SYSTEM_NAMESPACE } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';
import { GATEWAY_LABEL } from './tenant-namespace';

/** A Gateway, by name and namespace. */
export interface GatewayRef {
  readonly name: string;
  readonly namespace: string;
}

/** The Gateway that all tenants' hosts hang on. */
export const LAB_GATEWAY: GatewayRef = { name: GATEWAY, namespace: SYSTEM_NAMESPACE };
/** Listener of the Gateway that routes of hosts below its domain attach to. */
export const HTTPS_LISTENER = 'https';
/** Listener of a Gateway that routes of its domain itself attach to. */
export const APEX_HTTPS_LISTENER = 'https-apex';

const HTTP_LISTENER = 'http';
const APEX_HTTP_LISTENER = 'http-apex';
const ROUTE_KINDS = [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' }];

export interface LabGatewayProps {
  /** Domain under which every tenant has its host. */
  readonly domain: string;
  /**
   * Whether the domain itself is a tenant's host too: a wildcard does not stand for it.
   * @default false
   */
  readonly apex?: boolean;
  /** Name of the Certificate Manager map with the certificate for `*.<domain>`. */
  readonly certificateMap: string;
  /** Name of the reserved global address. */
  readonly address: string;
}

/**
 * Gateway of a cell: one external load balancer, one address and one certificate for all tenants' hosts.
 *
 * Port 443 takes routes only from namespaces that carry the gateway label; port 80 only sends to 443.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/deploying-gateways
 */
export class LabGateway extends Construct {
  constructor(scope: Construct, id: string, props: LabGatewayProps) {
    super(scope, id);
    const apex = props.apex ?? false;
    const below = `*.${props.domain}`;

    new ApiObject(this, 'Resource', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: managedMetadata({
        ...LAB_GATEWAY,
        // GKE takes the certificates from the map, and then allows no `tls` in the listener.
        annotations: { 'networking.gke.io/certmap': props.certificateMap },
      }),
      spec: {
        gatewayClassName: 'gke-l7-global-external-managed',
        addresses: [{ type: 'NamedAddress', value: props.address }],
        listeners: [
          httpsListener(HTTPS_LISTENER, below),
          ...(apex ? [httpsListener(APEX_HTTPS_LISTENER, props.domain)] : []),
          httpListener(HTTP_LISTENER, below),
          ...(apex ? [httpListener(APEX_HTTP_LISTENER, props.domain)] : []),
        ],
      },
    });

    new ApiObject(this, 'Redirect', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: managedMetadata({ name: `${GATEWAY}-to-https`, namespace: SYSTEM_NAMESPACE }),
      spec: {
        parentRefs: [HTTP_LISTENER, ...(apex ? [APEX_HTTP_LISTENER] : [])].map((sectionName) => ({
          kind: 'Gateway',
          ...LAB_GATEWAY,
          sectionName,
        })),
        rules: [
          { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] },
        ],
      },
    });
  }
}

const httpsListener = (name: string, hostname: string): object => ({
  name,
  protocol: 'HTTPS',
  port: 443,
  hostname,
  allowedRoutes: {
    kinds: ROUTE_KINDS,
    namespaces: { from: 'Selector', selector: { matchLabels: { [GATEWAY_LABEL]: 'true' } } },
  },
});

const httpListener = (name: string, hostname: string): object => ({
  name,
  protocol: 'HTTP',
  port: 80,
  hostname,
  allowedRoutes: { kinds: ROUTE_KINDS, namespaces: { from: 'Same' } },
});
