import { NAMES } from '../expected-names';
import type { AspectProof, Finding, Step } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import type { Json } from '../json-value';
import { at, blockAt, isList, quoted, textAt, textsAt } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import { archiveFaults, isOfArchive, meantChart } from '../releases/archive-faults';
import type { World } from '../world';

/**
 * Helm releases: that what Terraform installs into a cluster is, text for text, what the plain files say that the
 * other aspects are about, and that each file goes to its own cluster.
 */
export function proveReleases(world: World): AspectProof {
  const { artifacts, cloud } = world;
  const releases = cloud.ofType('helm_release');
  const charts = new Map(artifacts.charts.map((chart) => [`${chart.stack} ${chart.path}`, chart]));
  const installed = new Set<string>();
  const findings = releases.flatMap((release): readonly Finding[] => {
    if (isOfArchive(release)) return archiveFindings(world, release);
    const chart = charts.get(`${release.stack} ${cloud.text(release, 'chart')}`);
    const step = (says: string): Step => stepIn(release, says);
    if (chart === undefined)
      return [
        findingOf(
          'A release installs a chart that is not there',
          step(`installs ${cloud.text(release, 'chart')}`),
        ),
      ];
    if (chart.sameAs === undefined)
      return [
        findingOf('A chart is not what the plain files say', step(`installs ${chart.path}`), {
          file: chart.file,
          object: 'the whole manifest',
          says: 'is in no file of k8s/ like this',
        }),
      ];
    installed.add(chart.sameAs);
    const cluster = clusterOf(world, release);
    return [
      ...(textsAt(release.body, 'values').some((values) => /"contentHash":"[0-9a-f]{64}"/.test(values))
        ? []
        : [
            findingOf(
              'A release is not made anew when its chart changes',
              step('has no contentHash among its values'),
            ),
          ]),
      ...(cluster === chart.cluster
        ? []
        : [
            findingOf(
              'A release goes to another cluster than its place is in',
              step(`goes to ${cluster ?? 'no cluster that is known'}, and not to ${chart.cluster}`),
            ),
          ]),
      ...(textAt(release.body, 'namespace') === NAMES.systemNamespace
        ? []
        : [
            findingOf(
              'The record of a release, with all it installed, lies where tenants read secrets',
              step(`says namespace: ${quoted(release.body['namespace'])}`),
            ),
          ]),
    ];
  });
  const files = new Set(artifacts.kubernetes.map(({ file }) => file));
  const left = [...files]
    .filter((file) => !installed.has(file))
    .map((file) =>
      findingOf('A manifest is installed by no release', {
        file,
        object: 'the whole file',
        says: 'is in no chart that is installed',
      }),
    );
  return {
    aspect: 'releases',
    about:
      'Helm charts: the same text as the plain files, or the archive that is meant, each for its own cluster',
    objects: releases.length,
    classes: new Set(artifacts.charts.map(({ cluster }) => cluster)).size,
    findings: [...findings, ...missingCharts(world, releases), ...left],
  };
}

const findingOf = (sentence: string, ...path: readonly Step[]): Finding => ({
  aspect: 'releases',
  kind: 'guard',
  from: STAFF,
  to: EVERYONE_ELSE,
  sentence,
  path,
  pairs: 1,
});

/** What is wrong with a release of a chart that somebody else packed. */
function archiveFindings(world: World, release: CloudResource): readonly Finding[] {
  const name = clusterOf(world, release);
  const chart = meantChart(
    release,
    world.record.clusters.find((cluster) => cluster.name === name),
  );
  if (chart === undefined)
    return [
      findingOf(
        'A chart of others is installed that is in no list',
        stepIn(
          release,
          `installs ${world.cloud.text(release, 'chart')} into ${name ?? 'no cluster that is known'}`,
        ),
      ),
    ];
  return archiveFaults(world, release, chart).map(([sentence, says]) =>
    findingOf(sentence, stepIn(release, says)),
  );
}

/** Charts that a cluster is to have, and has not, or has twice. */
function missingCharts(world: World, releases: readonly CloudResource[]): readonly Finding[] {
  const archives = releases.filter(isOfArchive);
  return world.clusters.flatMap(({ name, charts }) =>
    charts.flatMap((chart): readonly Finding[] => {
      const count = archives.filter(
        (release) => textAt(release.body, 'name') === chart.release && clusterOf(world, release) === name,
      ).length;
      if (count === 1) return [];
      return [
        {
          ...findingOf('A chart that labs need is not installed once', {
            file: `stacks for ${name}`,
            object: `release ${chart.release}`,
            says: `stands ${count} times`,
          }),
          kind: 'cannot work',
        },
      ];
    }),
  );
}

/** Name of the cluster that a release's provider speaks to. */
function clusterOf({ artifacts, cloud }: World, release: CloudResource): string | undefined {
  const json = artifacts.terraform.find(({ stack }) => stack === release.stack)?.json;
  const providers = at(json, 'provider', 'helm');
  const alias = (textAt(release.body, 'provider') ?? 'helm').replace(/^helm\.?/, '');
  const all: readonly Json[] = isList(providers) ? providers : providers === undefined ? [] : [providers];
  const provider = all.find((each) => (textAt(each, 'alias') ?? '') === alias);
  const host = blockAt(provider, 'kubernetes', 'host');
  const known = cloud.tryFollow(release.stack, typeof host === 'string' ? host : '');
  return known?.type === 'google_container_cluster' ? cloud.text(known, 'name') : undefined;
}
