import type { JsonMap } from '../../../src/prover/json-value';
import { listAt } from '../../../src/prover/json-value';
import { edited, extended } from './edits';
import type { Stranger, Weakening } from './weakening';
import { leftOut } from './weakening';

/** A route for a host of somebody else, or to a Service of theirs. */
export const weakenRoute = (object: JsonMap, { host, namespace }: Stranger): readonly Weakening[] => [
  { what: "for another tenant's host too", object: extended(object, ['spec', 'hostnames'], host) },
  {
    what: "to another tenant's Service",
    object: edited(object, ['spec', 'rules', 0, 'backendRefs', 0, 'namespace'], namespace),
  },
];

/** A Gateway that takes routes of more namespaces. */
export const weakenGateway = (object: JsonMap): readonly Weakening[] =>
  listAt(object, 'spec', 'listeners').map((_, index) => ({
    what: `with routes of every namespace on listener ${index + 1}`,
    object: edited(object, ['spec', 'listeners', index, 'allowedRoutes', 'namespaces'], { from: 'All' }),
  }));

/** A Service that can be reached from outside. */
export const weakenService = (object: JsonMap): readonly Weakening[] => [
  { what: 'as a load balancer', object: edited(object, ['spec', 'type'], 'LoadBalancer') },
  { what: 'on a port of every node', object: edited(object, ['spec', 'type'], 'NodePort') },
  { what: 'with an address from outside', object: edited(object, ['spec', 'externalIPs'], ['203.0.113.7']) },
];

/** A Service of the monitoring with a way past its proxies. */
export const weakenPorts = (object: JsonMap): readonly Weakening[] => [
  leftOut,
  ...[9090, 9091].map((port) => ({
    what: `with the port ${port} too`,
    object: extended(object, ['spec', 'ports'], { name: `p${port}`, port, targetPort: port }),
  })),
  {
    what: 'to a port that is another one',
    object: edited(object, ['spec', 'ports', 0, 'targetPort'], 9090),
  },
  { what: 'to pods of another program', object: edited(object, ['spec', 'selector'], { app: 'any' }) },
];

/** A login that nobody is asked for. */
export const weakenLogin = (object: JsonMap): readonly Weakening[] => [
  leftOut,
  { what: 'that asks nobody', object: edited(object, ['spec', 'default', 'iap', 'enabled'], false) },
  { what: 'for another Service', object: edited(object, ['spec', 'targetRef', 'name'], 'another') },
];
