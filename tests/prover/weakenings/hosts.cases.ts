import { drop, inObject, put } from '../changes';
import { weakening } from '../weakening';

/** Ways in which a host leads to another's pods. */
export const HOST_WEAKENINGS = [
  weakening(
    "a route names another's host",
    inObject('HTTPRoute ada/web', put('spec > hostnames > 1', 'bo.mlops.example.edu')),
    'hosts',
    "A HTTPRoute names a host that is not its tenant's",
  ),
  weakening(
    'a route names no host',
    inObject('HTTPRoute ada/web', drop('spec > hostnames')),
    'hosts',
    'The host of a place leads nowhere',
  ),
  weakening(
    "a route leads to another's Service",
    inObject('HTTPRoute ada/web', put('spec > rules > 0 > backendRefs > 0 > namespace', 'bo')),
    'hosts',
    'A route leads to a Service of another namespace',
  ),
  weakening(
    'a route hangs on another Gateway',
    inObject('HTTPRoute ada/web', put('spec > parentRefs > 0 > name', 'mine')),
    'hosts',
    'The host of a place leads nowhere',
  ),
  weakening(
    'a Service opens a port of every node',
    inObject('Service ada/web', put('spec > type', 'NodePort')),
    'hosts',
    'A Service of the type NodePort leads out of its namespace',
  ),
  weakening(
    'a Service takes an address',
    inObject('Service ada/web', put('spec > externalIPs', ['8.8.8.8'])),
    'hosts',
    "A Service takes other people's traffic",
  ),
  weakening(
    'the Gateway takes routes from everywhere',
    inObject(
      'Gateway practicum-system/labs',
      put('spec > listeners > 0 > allowedRoutes > namespaces', { from: 'All' }),
    ),
    'hosts',
    'The Gateway takes routes from other namespaces than it should',
  ),
  weakening(
    'the Gateway answers for every host',
    inObject('Gateway practicum-system/labs', drop('spec > listeners > 0 > hostname')),
    'hosts',
    "The Gateway answers for hosts that are not the cohort's",
  ),
  weakening(
    "the staff's route leads somewhere",
    inObject(
      'HTTPRoute practicum-system/labs-to-https',
      put('spec > rules > 0 > backendRefs', [{ name: 'x' }]),
    ),
    'hosts',
    'Requests without TLS are not sent to https',
  ),
] as const;
