import { TerraformOutput } from 'cdktf';
import type { GatewayAddressProps } from '../../../constructs/gcp/gateway-address';
import { GatewayAddress } from '../../../constructs/gcp/gateway-address';
import { aProject, standing, synthConstruct } from './synth-construct';

let made: GatewayAddress;
const out = synthConstruct((stack) => {
  const props: Required<GatewayAddressProps> = {
    project: aProject(stack),
    labels: { cohort: 'w255-spring27' },
    dependsOn: [standing(stack)],
  };
  made = new GatewayAddress(stack, 'address', props);
  new TerraformOutput(stack, 'ip', { value: made.address });
});

test('The address is global, external and IPv4, with nothing that would replace it', () => {
  expect(out.counts()).toEqual({ google_compute_global_address: 1 });
  expect(out.one('google_compute_global_address')).toEqual({
    project: '${local.given_project}',
    name: 'labs-gateway',
    address_type: 'EXTERNAL',
    ip_version: 'IPV4',
    labels: { cohort: 'w255-spring27' },
    depends_on: ['terraform_data.standing'],
  });
});

test('It waits for nothing unless told', () => {
  const alone = synthConstruct((stack) => {
    new GatewayAddress(stack, 'address', { project: aProject(stack), labels: {} });
  });
  expect(alone.one('google_compute_global_address')).not.toHaveProperty('depends_on');
});

test('Its name is known before apply, its address after', () => {
  expect(made.name).toBe('labs-gateway');
  expect(JSON.parse(out.text).output.ip.value).toBe(
    `\${google_compute_global_address.${out.addresses('google_compute_global_address')[0]}.address}`,
  );
});
