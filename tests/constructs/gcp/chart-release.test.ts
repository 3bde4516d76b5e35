import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { TerraformStack } from 'cdktf';
import type { ChartReleaseProps } from '../../../constructs/gcp/chart-release';
import { ChartRelease } from '../../../constructs/gcp/chart-release';
import { ClusterConnection } from '../../../constructs/gcp/cluster-connection';
import { clusterEndpointRef } from '../../../constructs/gcp/refs';
import { reference, standing, synthConstruct } from './synth-construct';

const props: ChartReleaseProps = {
  name: 'amara-okafor',
  namespace: 'practicum-system',
  chart: './charts/amara-okafor',
  contentHash: 'sha256-abc',
};

const connection = (stack: TerraformStack, alias?: string) =>
  new ClusterConnection(stack, 'connection', {
    endpoint: clusterEndpointRef(reference(stack, 'endpoint')),
    ...(alias && { alias }),
  });

const synth = (change: Partial<ChartReleaseProps> = {}) =>
  synthConstruct((stack) => {
    connection(stack);
    new ChartRelease(stack, 'release', { ...props, ...change });
  });

test('A release waits for its chart, cleans up after a failure and keeps three revisions', () => {
  const out = synth();
  expect(out.counts()).toEqual({ helm_release: 1 });
  expect(out.one('helm_release')).toEqual({
    name: 'amara-okafor',
    namespace: 'practicum-system',
    create_namespace: false,
    chart: './charts/amara-okafor',
    values: ['{"contentHash":"sha256-abc"}'],
    wait: true,
    timeout: 600,
    cleanup_on_fail: true,
    atomic: false,
    max_history: 3,
    disable_openapi_validation: false,
    lint: false,
  });
});

test('Changed content of the chart changes the release', () => {
  expect(synth({ contentHash: 'sha256-def' }).text).not.toBe(synth().text);
});

test('Every option is passed on', () => {
  const out = synthConstruct((stack) => {
    const all: Required<ChartReleaseProps> = {
      ...props,
      createNamespace: true,
      provider: connection(stack, 'amara-okafor').provider,
      dependsOn: [standing(stack)],
      timeoutSeconds: 60,
    };
    const made = new ChartRelease(stack, 'release', all);
    new ServiceAccount(stack, 'user', { accountId: 'user', dependsOn: [made.ready] });
  });
  expect(out.one('helm_release')).toMatchObject({
    create_namespace: true,
    provider: 'helm.amara-okafor',
    depends_on: ['terraform_data.standing'],
    timeout: 60,
  });
  expect(out.one('google_service_account')['depends_on']).toEqual([
    `helm_release.${out.addresses('helm_release')[0]}`,
  ]);
});

test.each(['/srv/charts/a', 'charts/a', 'oci://example.edu/a', ''])('Chart "%s" is refused', (chart) => {
  expect(() => synth({ chart })).toThrow(
    new Error(`stack/release: chart "${chart}" is not a relative path: begin it with ./ or ../`),
  );
});
