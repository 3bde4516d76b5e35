import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { configMap, inLab, namespace, refusalOf, sampleCluster } from './sample-cluster';

async function refusal(object: KubernetesObject): Promise<string> {
  const { api } = sampleCluster();
  await api.apply(namespace('lab'));
  return refusalOf(api.apply(object));
}

const invalid = (kind: string, name: string, problem: string): string =>
  `422 Invalid: ${kind} "${name}" is invalid: ${problem}`;
const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start " +
  "and end with an alphanumeric character (e.g. 'example.com', regex used for validation is " +
  "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with " +
  "an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SERVICE =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, " +
  "and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is " +
  "'[a-z]([-a-z0-9]*[a-z0-9])?')";
const service = (name: string): KubernetesObject =>
  inLab('v1', 'Service', name, { spec: { ports: [{ port: 80 }] } });
const role = (name: string): KubernetesObject =>
  inLab('rbac.authorization.k8s.io/v1', 'Role', name, { rules: [] });

// Said by kube-apiserver 1.33.13 to the same names, 2026-11.
test.each<[KubernetesObject, string]>([
  [configMap('A_b'), invalid('ConfigMap', 'A_b', `metadata.name: Invalid value: "A_b": ${SUBDOMAIN}`)],
  [
    configMap('a'.repeat(254)),
    invalid(
      'ConfigMap',
      'a'.repeat(254),
      `metadata.name: Invalid value: "${'a'.repeat(254)}": must be no more than 253 characters`,
    ),
  ],
  [
    configMap(''),
    invalid('ConfigMap', '', 'metadata.name: Required value: name or generateName is required'),
  ],
  [
    namespace('a.b'),
    invalid('Namespace', 'a.b', 'metadata.name: Invalid value: "a.b": must not contain dots'),
  ],
  [
    namespace('a'.repeat(64)),
    invalid(
      'Namespace',
      'a'.repeat(64),
      `[metadata.name: Invalid value: "${'a'.repeat(64)}": must be no more than 63 characters, ` +
        `metadata.labels: Invalid value: "${'a'.repeat(64)}": must be no more than 63 characters]`,
    ),
  ],
  [namespace('A-b'), invalid('Namespace', 'A-b', `metadata.name: Invalid value: "A-b": ${LABEL}`)],
  [service('1web'), invalid('Service', '1web', `metadata.name: Invalid value: "1web": ${SERVICE}`)],
  [
    role('a/b'),
    invalid(
      'Role.rbac.authorization.k8s.io',
      'a/b',
      `metadata.name: Invalid value: "a/b": may not contain '/'`,
    ),
  ],
  [
    role('..'),
    invalid('Role.rbac.authorization.k8s.io', '..', `metadata.name: Invalid value: "..": may not be '..'`),
  ],
])('A name that its kind does not allow is refused', async (object, message) => {
  expect(await refusal(object)).toBe(message);
});

test.each<[string, KubernetesObject]>([
  ['dots in most names', configMap('a.b-c')],
  ['colons and capitals in names of RBAC', role('System:viewer')],
  ['63 characters of a namespace', namespace('a'.repeat(63))],
])('Allowed: %s', async (_, object) => {
  expect(await refusal(object)).toBe('accepted');
});

const NAME_PART =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character " +
  "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const VALUE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and " +
  "end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is " +
  "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const LABELS = 'metadata.labels: Invalid value:';

test.each<[string, Attributes, string]>([
  ['a value that begins with a hyphen', { labels: { a: '-x' } }, `${LABELS} "-x": ${VALUE}`],
  [
    'a value that is too long',
    { labels: { a: 'y'.repeat(64) } },
    `${LABELS} "${'y'.repeat(64)}": must be no more than 63 characters`,
  ],
  ['a key with a space', { labels: { 'a b': '' } }, `${LABELS} "a b": name part ${NAME_PART}`],
  ['a key without its prefix', { labels: { '/a': '' } }, `${LABELS} "/a": prefix part must be non-empty`],
  [
    'a key with two slashes',
    { labels: { 'a/b/c': '' } },
    `${LABELS} "a/b/c": a qualified name ${NAME_PART} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
  ],
  ['a prefix in capitals', { labels: { 'A/b': '' } }, `${LABELS} "A/b": prefix part ${SUBDOMAIN}`],
  [
    'a key of an annotation',
    { annotations: { 'A B': '' } },
    `metadata.annotations: Invalid value: "A B": name part ${NAME_PART}`,
  ],
  [
    'annotations of 256 KiB',
    { annotations: { a: 'x'.repeat(262_144) } },
    'metadata.annotations: Too long: may not be more than 262144 bytes',
  ],
  [
    'a finalizer of nobody',
    { finalizers: ['keep'] },
    'metadata.finalizers[0]: Invalid value: "keep": name is neither a standard finalizer name nor is it fully qualified',
  ],
])('Metadata are held to their rules: %s', async (_, metadata, problem) => {
  expect(await refusal(configMap('a', {}, metadata))).toBe(invalid('ConfigMap', 'a', problem));
});

test('An annotation may be anything, and a prefix of its key in capitals', async () => {
  expect(await refusal(configMap('a', {}, { annotations: { 'Example.edu/Note': '{"a": [1, 2]}\n' } }))).toBe(
    'accepted',
  );
});

test('All that is wrong is said at once', async () => {
  expect(await refusal(configMap('A', {}, { labels: { a: '-x' } }))).toBe(
    invalid('ConfigMap', 'A', `[metadata.name: Invalid value: "A": ${SUBDOMAIN}, ${LABELS} "-x": ${VALUE}]`),
  );
});
