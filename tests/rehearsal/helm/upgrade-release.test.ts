import { namespaceRef } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { configMap, namespace } from '../kubernetes/sample-cluster';
import { SampleHelm, lab, refusalOf } from './sample-release';

const KEEP = { annotations: { 'helm.sh/resource-policy': 'keep' } };

test('An upgrade makes what is new, changes what changed and removes what left', async () => {
  const helm = new SampleHelm();
  const state = await helm.install([...lab(), configMap('old'), configMap('kept', {}, KEEP)]);
  const after = await helm.upgrade(state, [...lab({ week: '2' }), configMap('new')]);
  expect(await helm.inLab()).toEqual([
    'ConfigMap kept {}',
    'ConfigMap new {}',
    'ConfigMap notes {"week":"2"}',
  ]);
  expect(helm.record).toEqual(['1 superseded: Install complete', '2 deployed: Upgrade complete']);
  expect(after).toMatchObject({
    status: 'deployed',
    metadata: { revision: 2, first_deployed: 1_799_654_400 },
  });
});

test('An upgrade tells when it was done, and keeps when it all began', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  helm.cloud.advanceTo(helm.cloud.now + 60_000);
  const { metadata } = await helm.upgrade(state, lab({ week: '2' }));
  expect(metadata).toMatchObject({ first_deployed: 1_799_654_400, last_deployed: 1_799_654_460 });
});

test('Only so many revisions are kept as the release says', async () => {
  const helm = new SampleHelm();
  let state = await helm.install(lab());
  for (const week of ['2', '3', '4', '5']) state = await helm.upgrade(state, lab({ week }));
  expect(helm.record.map((line) => line.split(':')[0])).toEqual([
    '3 superseded',
    '4 superseded',
    '5 deployed',
  ]);
  await helm.upgrade(state, lab({ week: '6' }), { max_history: 0 });
  expect(helm.record).toHaveLength(4);
});

test('A release that is not there cannot be upgraded', async () => {
  const helm = new SampleHelm();
  expect(await refusalOf(helm.upgrade({}, lab()))).toBe('Upgrade failed: "lab" has no deployed releases');
});

test('An upgrade takes nothing from others', async () => {
  const helm = new SampleHelm();
  const state = await helm.install(lab());
  await helm.api.apply(namespace('other'));
  expect(await refusalOf(helm.upgrade(state, [...lab(), namespace('other')]))).toBe(
    'Unable to continue with update: Namespace "other" in namespace "" exists and cannot be imported into the current ' +
      'release: invalid ownership metadata; label validation error: missing key "app.kubernetes.io/managed-by": must ' +
      'be set to "Helm"; annotation validation error: missing key "meta.helm.sh/release-name": must be set to "lab"; ' +
      'annotation validation error: missing key "meta.helm.sh/release-namespace": must be set to "releases"',
  );
  expect(helm.record).toEqual(['1 deployed: Install complete']);
});

const broken = [...lab({ week: '2' }), configMap('new'), configMap('zz', { dat: {} })];

test.each<[boolean, readonly string[]]>([
  [true, ['ConfigMap notes {"week":"2"}', 'ConfigMap old {}']],
  [false, ['ConfigMap new {}', 'ConfigMap notes {"week":"2"}', 'ConfigMap old {}']],
])(
  'A failed upgrade removes what it made if it is told to (%s), and nothing that stood',
  async (cleanup, left) => {
    const helm = new SampleHelm();
    const state = await helm.install([...lab(), configMap('old')]);
    expect(await refusalOf(helm.upgrade(state, broken, { cleanup_on_fail: cleanup }))).toBe(
      'Upgrade failed: failed to create resource: ConfigMap in version "v1" cannot be handled as a ConfigMap: strict ' +
        'decoding error: unknown field "dat"',
    );
    expect(await helm.inLab()).toEqual(left);
    expect(helm.record).toEqual([
      '1 deployed: Install complete',
      expect.stringMatching(/^2 failed: Upgrade "lab" failed: failed to create resource: /),
    ]);
  },
);

test('After a failed upgrade the next one goes on from what was deployed', async () => {
  const helm = new SampleHelm();
  const state = await helm.install([...lab(), configMap('old')]);
  await refusalOf(helm.upgrade(state, broken));
  await helm.upgrade(state, lab({ week: '3' }));
  expect(await helm.inLab()).toEqual(['ConfigMap notes {"week":"3"}']);
  expect(helm.record.map((line) => line.split(':')[0])).toEqual(['1 superseded', '2 failed', '3 deployed']);
});

test('What cannot be changed is told of for all objects together', async () => {
  const helm = new SampleHelm();
  const frozen = (name: string, value: string): ReturnType<typeof configMap> =>
    configMap(name, { immutable: true, data: { value } });
  const state = await helm.install([...lab(), frozen('a', '1'), frozen('b', '1')]);
  expect(await refusalOf(helm.upgrade(state, [...lab(), frozen('a', '2'), frozen('b', '2')]))).toBe(
    'Upgrade failed: cannot patch "a" with kind ConfigMap: ConfigMap "a" is invalid: data: Forbidden: field is ' +
      'immutable when `immutable` is set && cannot patch "b" with kind ConfigMap: ConfigMap "b" is invalid: data: ' +
      'Forbidden: field is immutable when `immutable` is set',
  );
});

test('An upgrade mends what somebody removed', async () => {
  const helm = new SampleHelm();
  const state: Attributes = await helm.install(lab());
  await helm.api.delete(namespaceRef('lab'));
  await helm.upgrade(state, lab({ week: '2' }));
  expect(await helm.inLab()).toEqual(['ConfigMap notes {"week":"2"}']);
});
