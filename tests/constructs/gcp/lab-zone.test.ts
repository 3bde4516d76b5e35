import { TerraformOutput } from 'cdktf';
import type { LabZoneProps } from '../../../constructs/gcp/lab-zone';
import { LabZone } from '../../../constructs/gcp/lab-zone';
import { addressRef } from '../../../constructs/gcp/refs';
import { aProject, reference, standing, synthConstruct } from './synth-construct';

test('A zone is public, signed, and destroyed with what is left in it', () => {
  const out = synthConstruct((stack) => {
    const props: Required<LabZoneProps> = {
      project: aProject(stack),
      domain: 'labs.example.edu',
      labels: { cohort: 'w255-spring27' },
      dependsOn: [standing(stack)],
    };
    new LabZone(stack, 'zone', props);
  });
  expect(out.counts()).toEqual({ google_dns_managed_zone: 1 });
  expect(out.one('google_dns_managed_zone')).toEqual({
    project: '${local.given_project}',
    name: 'labs',
    dns_name: 'labs.example.edu.',
    visibility: 'public',
    dnssec_config: { state: 'on', non_existence: 'nsec3' },
    labels: { cohort: 'w255-spring27' },
    force_destroy: true,
    depends_on: ['terraform_data.standing'],
  });
});

test('Its records and its name servers are those of the zone, and wait for it', () => {
  const out = synthConstruct((stack) => {
    const zone = new LabZone(stack, 'zone', {
      project: aProject(stack),
      domain: 'labs.example.edu',
      labels: {},
    });
    zone.addAddress('a', '*.labs.example.edu', addressRef(reference(stack, 'ip')));
    zone.addCname('c', 'docs.labs.example.edu', 'www.example.edu');
    new TerraformOutput(stack, 'servers', { value: zone.nameServers });
  });
  const address = `google_dns_managed_zone.${out.addresses('google_dns_managed_zone')[0]}`;
  const place = { project: `\${${address}.project}`, managed_zone: `\${${address}.name}`, ttl: 300 };
  expect(out.all('google_dns_record_set')).toEqual([
    { ...place, type: 'A', name: '*.labs.example.edu.', rrdatas: ['${local.given_ip}'] },
    { ...place, type: 'CNAME', name: 'docs.labs.example.edu.', rrdatas: ['www.example.edu.'] },
  ]);
  expect(JSON.parse(out.text).output.servers.value).toBe(`\${${address}.name_servers}`);
});
