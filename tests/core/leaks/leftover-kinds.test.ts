import { KINDS, rankOf } from '../../../src/core/leaks/leftover-kinds';
import { tryParseResourceName } from '../../../src/core/leaks/resource-name';
import { isPasteable, quoted } from '../../../src/core/leaks/removal-command';

const before = (first: string, second: string): boolean =>
  Object.keys(KINDS).indexOf(first) < Object.keys(KINDS).indexOf(second);

test.each([
  ['container/clusters', 'compute/forwardingRules'],
  ['compute/forwardingRules', 'compute/targetHttpsProxies'],
  ['compute/targetHttpsProxies', 'compute/urlMaps'],
  ['compute/urlMaps', 'compute/backendServices'],
  ['compute/backendServices', 'compute/networkEndpointGroups'],
  ['compute/backendServices', 'compute/healthChecks'],
  ['compute/healthChecks', 'compute/firewalls'],
  ['compute/forwardingRules', 'compute/addresses'],
  ['compute/targetHttpsProxies', 'certificatemanager/certificateMaps'],
  ['certificatemanager/certificateMapEntries', 'certificatemanager/certificateMaps'],
  ['certificatemanager/certificateMapEntries', 'certificatemanager/certificates'],
  ['certificatemanager/certificates', 'certificatemanager/dnsAuthorizations'],
  ['compute/instances', 'compute/disks'],
  ['compute/firewalls', 'compute/networks'],
  ['compute/nats', 'compute/routers'],
  ['compute/routers', 'compute/networks'],
  ['compute/subnetworks', 'compute/networks'],
  ['dns/rrsets', 'dns/managedZones'],
  ['billingbudgets/budgets', 'monitoring/notificationChannels'],
  ['monitoring/notificationChannels', 'cloudresourcemanager/projects'],
])('%s goes before %s, which it uses', (first, second) => expect(before(first, second)).toBe(true));

test('Projects go last, after what is not known', () => {
  const item = (full: string) => ({ name: tryParseResourceName(full)!, labels: {}, facts: {} });
  const unknown = rankOf(item('//x.googleapis.com/projects/p/ys/y'));
  expect(unknown).toBeLessThan(rankOf(item('//cloudresourcemanager.googleapis.com/projects/p')));
  expect(unknown).toBeGreaterThan(
    rankOf(item('//monitoring.googleapis.com/projects/p/notificationChannels/1')),
  );
});

test.each([
  ['w255-spring27-c1', 'w255-spring27-c1'],
  ['$(reboot)', "'$(reboot)'"],
  ["a'b", "'a'\\''b'"],
  ['*.example.edu.', "'*.example.edu.'"],
])('%s is quoted as %s', (word, text) => expect(quoted(word)).toBe(text));

test.each([['-d'], ['--quiet'], ['$x'], ['']])('The name %j is not pasted', (name) =>
  expect(isPasteable(['gcloud', name], [name])).toBe(false),
);
