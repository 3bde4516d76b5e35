import type { Artifacts } from '../../src/prover/artifacts';
import type { Change } from './changes';
import { drop, inResource, put } from './changes';
import { recordOf } from '../../src/prover/cohort-record';
import { prove } from '../../src/prover/proof';
import { workflowsOutput } from './workflows-output';

const { artifacts, plan, record, sentences } = workflowsOutput();
const SHARED = 'cell-1-services/Charts/argo-workflows-crds/Resource';

test('Nothing is found where clusters get charts of others, a shared one and one of a tenant’s own', () => {
  expect(artifacts.archives.map(({ stack, path }) => `${stack} ${path}`)).toEqual([
    'cell-1-services ./charts/argo-workflows-crds-1.0.19.tgz',
    'shard-1-01-places ./charts/argo-workflows-crds-1.0.19.tgz',
  ]);
  expect(sentences((each) => each)).toEqual([]);
});

test('A chart of which no digest is known is a finding', () => {
  const unknown = recordOf(plan);
  expect(record.clusters.flatMap(({ charts }) => charts.map(({ sha256 }) => sha256))).toEqual(
    artifacts.archives.map(({ sha256 }) => sha256),
  );
  const found = prove(artifacts, unknown).findings.filter(({ aspect }) => aspect === 'releases');
  expect(found.map(({ sentence }) => sentence)).toEqual([
    'A release installs a chart of which no digest is known',
  ]);
  expect(found[0]!.path[0]!.says).toBe(
    `installs an archive with sha256:${artifacts.archives[0]!.sha256}; nobody says that this is argo-workflows-crds`,
  );
});

const exchanged: Change = (all: Artifacts) => ({
  ...all,
  archives: all.archives.map((each) => ({ ...each, sha256: 'f'.repeat(64) })),
});
const gone: Change = (all: Artifacts) => ({ ...all, archives: [] });
const then =
  (...changes: readonly Change[]): Change =>
  (all) =>
    changes.reduce((each, change) => change(each), all);

test.each<readonly [string, Change, string]>([
  ['an archive is exchanged', exchanged, 'A release installs a chart that is not the one that was looked at'],
  [
    'an archive is exchanged, and the description with it',
    then(exchanged, inResource(SHARED, put('description', `sha256:${'f'.repeat(64)}`))),
    'A release installs a chart that is not the one that was looked at',
  ],
  [
    'nobody would notice a changed archive',
    inResource(SHARED, drop('description')),
    'A release is not made anew when its chart changes',
  ],
  ['an archive is not there', gone, 'A release installs a chart that is not there'],
  [
    'another archive is installed',
    inResource(SHARED, put('chart', './charts/thief-1.0.0.tgz')),
    'A release installs a chart that is not there',
  ],
  [
    'a release is of no chart in the list',
    inResource(SHARED, put('name', 'thief')),
    'A chart of others is installed that is in no list',
  ],
  [
    'the chart is not installed',
    inResource(SHARED, put('name', 'thief')),
    'A chart that labs need is not installed once',
  ],
  [
    'the controller is switched on for all',
    inResource(SHARED, put('values', [JSON.stringify({ controller: { replicas: 1 } })])),
    'A chart of others is installed with other values than are meant',
  ],
  [
    'values come by another way',
    inResource(SHARED, put('set', [{ name: 'controller.replicas', value: '1' }])),
    'A chart of others is installed with other values than are meant',
  ],
  [
    'the chart goes into a place',
    inResource(SHARED, put('namespace', 'amara-okafor')),
    'A chart of others goes to another namespace than is meant',
  ],
])('It is found when %s', (_title, change, sentence) => {
  expect(sentences(change)).toContain(`releases: ${sentence}`);
});
