import type { Attributes } from '../../../src/rehearsal/values/value';
import type { ChartSource, PackedChart } from '../../../src/rehearsal/helm/chart';
import { readChart } from '../../../src/rehearsal/helm/chart';
import { helmReleaseKind } from '../../../src/rehearsal/helm/helm-release-kind';
import { lab, HOST, SampleHelm, refusalOf } from './sample-release';

const SHA256 = 'c'.repeat(64);
const OTHER = 'd'.repeat(64);
const packed = (sha256: string): PackedChart => ({
  path: './charts/base-1.2.3.tgz',
  packed: { name: 'base', version: '1.2.3', appVersion: 'v4', sha256 },
});

/** A release of an archive, whose digest can become another. */
class SampleArchive extends SampleHelm {
  sha256 = SHA256;
  private readonly source: ChartSource = { read: () => packed(this.sha256) };
  readonly archives = helmReleaseKind(this.source, (host) => (host === HOST ? this.api : undefined));

  plannedArchive(given: Attributes = {}): Attributes {
    return {
      ...this.planned(lab()),
      name: 'base',
      namespace: 'istio-system',
      chart: './charts/base-1.2.3.tgz',
      values: ['{"profile":"ambient"}'],
      description: `sha256:${SHA256}`,
      ...given,
    };
  }
}

test('An archive is read as a chart that emits nothing that is known', () => {
  expect(readChart(packed(SHA256))).toEqual({
    path: './charts/base-1.2.3.tgz',
    name: 'base',
    version: '1.2.3',
    appVersion: 'v4',
    manifest: '',
    contentHash: SHA256,
    opaque: true,
  });
});

test('Its release stands with version, values and digest, and makes nothing but its namespace', async () => {
  const helm = new SampleArchive();
  const before = await helm.api.list('istio-system');
  const state = await helm.archives.create(helm.plannedArchive(), helm.operation);
  expect(state).toMatchObject({
    name: 'base',
    namespace: 'istio-system',
    version: '1.2.3',
    description: `sha256:${SHA256}`,
    metadata: { chart: 'base', app_version: 'v4', values: '{"profile":"ambient"}', revision: 1 },
  });
  expect(helm.record).toEqual([`1 deployed: sha256:${SHA256}`]);
  expect(await helm.api.list('istio-system')).toEqual(before);
  expect(await helm.api.namespaceGone('istio-system')).toBe(false);
});

test('An archive that changed is an error until the stack is synthesised again, and an upgrade after it', async () => {
  const helm = new SampleArchive();
  const state = await helm.archives.create(helm.plannedArchive(), helm.operation);
  helm.sha256 = OTHER;
  const message =
    `chart ./charts/base-1.2.3.tgz has the digest sha256:${OTHER}, but the description of the release says ` +
    `sha256:${SHA256}: Terraform would not notice that the chart changed; synthesise again`;
  expect(helm.archives.validate(helm.plannedArchive())).toEqual([{ path: ['chart'], message }]);
  expect(await refusalOf(helm.archives.create(helm.plannedArchive(), helm.operation))).toBe(message);
  const again = helm.plannedArchive({ description: `sha256:${OTHER}` });
  expect(await helm.archives.update(again, state, helm.operation)).toMatchObject({
    metadata: { revision: 2 },
  });
  expect(helm.record).toEqual([`1 superseded: sha256:${SHA256}`, `2 deployed: sha256:${OTHER}`]);
});

test('It goes like any other', async () => {
  const helm = new SampleArchive();
  const state = await helm.archives.create(helm.plannedArchive(), helm.operation);
  await helm.archives.delete(state, helm.operation);
  expect(helm.record).toEqual([]);
});
