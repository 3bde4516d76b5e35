import type { TerraformStack } from 'cdktf';
import type { ArchiveReleaseProps } from '../../../constructs/gcp/archive-release';
import { ArchiveRelease } from '../../../constructs/gcp/archive-release';
import { ClusterConnection } from '../../../constructs/gcp/cluster-connection';
import { clusterEndpointRef } from '../../../constructs/gcp/refs';
import { reference, standing, synthConstruct } from './synth-construct';

const props: ArchiveReleaseProps = {
  name: 'istio-base',
  namespace: 'istio-system',
  archive: './charts/istio-base-1.30.5.tgz',
  sha256: 'a'.repeat(64),
  values: { profile: 'ambient' },
};

const connection = (stack: TerraformStack, alias?: string) =>
  new ClusterConnection(stack, 'connection', {
    endpoint: clusterEndpointRef(reference(stack, 'endpoint')),
    ...(alias && { alias }),
  });

const synth = (change: Partial<ArchiveReleaseProps> = {}) =>
  synthConstruct((stack) => {
    connection(stack);
    new ArchiveRelease(stack, 'release', { ...props, ...change });
  });

test('A chart of others is installed from its archive, with its digest where no chart reads it', () => {
  const out = synth();
  expect(out.counts()).toEqual({ helm_release: 1 });
  expect(out.one('helm_release')).toEqual({
    name: 'istio-base',
    namespace: 'istio-system',
    create_namespace: true,
    chart: './charts/istio-base-1.30.5.tgz',
    description: `sha256:${'a'.repeat(64)}`,
    values: ['{"profile":"ambient"}'],
    wait: true,
    timeout: 600,
    cleanup_on_fail: true,
    atomic: false,
    max_history: 3,
    disable_openapi_validation: false,
    lint: false,
  });
});

test('Another archive under the same name changes the release, and its values stay', () => {
  const [one, other] = [synth(), synth({ sha256: 'b'.repeat(64) })].map((out) => out.one('helm_release'));
  expect(other).toEqual({ ...one, description: `sha256:${'b'.repeat(64)}` });
});

test('Every option is passed on', () => {
  const out = synthConstruct((stack) => {
    const all: Required<ArchiveReleaseProps> = {
      ...props,
      provider: connection(stack, 'amara-okafor').provider,
      dependsOn: [standing(stack)],
      timeoutSeconds: 60,
    };
    new ArchiveRelease(stack, 'release', all);
  });
  expect(out.one('helm_release')).toMatchObject({
    provider: 'helm.amara-okafor',
    depends_on: ['terraform_data.standing'],
    timeout: 60,
  });
});

test.each(['/srv/base.tgz', 'charts/base.tgz', 'oci://example.edu/a', './charts/base', ''])(
  'Archive "%s" is refused',
  (archive) => {
    expect(() => synth({ archive })).toThrow(
      new Error(`stack/release: archive "${archive}" is no relative path of a .tgz: begin it with ./`),
    );
  },
);

test('What is no digest is refused', () => {
  expect(() => synth({ sha256: 'sha256:abc' })).toThrow(
    new Error('stack/release: "sha256:abc" is no SHA-256: 64 hexadecimal digits'),
  );
});
