import type { JsonMap } from '../../../src/prover/json-value';
import { listAt } from '../../../src/prover/json-value';
import { edited, extended } from './edits';
import type { Stranger, Weakening } from './weakening';

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
