import type { KnownZoneProps } from '../../../constructs/gcp/known-zone';
import { KnownZone } from '../../../constructs/gcp/known-zone';
import { addressRef } from '../../../constructs/gcp/refs';
import { projectId } from '../../../src/core/domain/ids';
import { reference, synthConstruct } from './synth-construct';

const props: Required<KnownZoneProps> = {
  projectId: projectId('w255-spring27-c1'),
  domain: 'labs.example.edu',
};

test('A known zone makes nothing and looks nothing up', () => {
  const out = synthConstruct((stack) => {
    new KnownZone(stack, 'zone', props);
  });
  expect([out.counts(), out.counts('data')]).toEqual([{}, {}]);
});

test('Its records go to the zone that is known by name', () => {
  const out = synthConstruct((stack) => {
    const zone = new KnownZone(stack, 'zone', props);
    zone.addAddress('a', 'a.labs.example.edu', addressRef(reference(stack, 'ip')));
    zone.addCname('c', 'c.labs.example.edu', 'www.example.edu');
    zone.addDelegation('d', 'd.labs.example.edu', ['ns1.example.edu.']);
  });
  const place = { project: 'w255-spring27-c1', managed_zone: 'labs', ttl: 300 };
  expect(out.all('google_dns_record_set')).toEqual([
    { ...place, type: 'A', name: 'a.labs.example.edu.', rrdatas: ['${local.given_ip}'] },
    { ...place, type: 'CNAME', name: 'c.labs.example.edu.', rrdatas: ['www.example.edu.'] },
    { ...place, type: 'NS', name: 'd.labs.example.edu.', rrdatas: ['ns1.example.edu.'] },
  ]);
});
