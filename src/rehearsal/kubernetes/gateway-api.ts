import { blockAt, booleanAt, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';

/**
 * Whether GKE serves the Gateway API and its own policies in a cluster with these attributes. Autopilot has it on
 * by itself, other clusters by their configuration.
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/deploying-gateways (2026-11)
 */
export function gatewayApiIsOn(cluster: Attributes): boolean {
  const gateway = blockAt(cluster, 'gateway_api_config');
  const channel = gateway === undefined ? undefined : textAt(gateway, 'channel');
  if (channel === undefined) return booleanAt(cluster, 'enable_autopilot') === true;
  return channel !== 'CHANNEL_DISABLED';
}
