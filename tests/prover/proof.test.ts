import type { Change } from './changes';
import { drop, inObject, put, withoutObject } from './changes';
import { onceForEach } from '../../src/prover/once-for-each';
import type { Proof } from '../../src/prover/proof';
import { prove } from '../../src/prover/proof';
import { sampleOutput } from './sample-output';
import type { Weakening } from './weakening';
import { ACCESS_WEAKENINGS } from './weakenings/access.cases';
import { ADMISSION_WEAKENINGS } from './weakenings/admission.cases';
import { CLASS_HOURS_WEAKENINGS } from './weakenings/class-hours.cases';
import { CLOUD_WEAKENINGS } from './weakenings/cloud.cases';
import { DEPLOYER_WEAKENINGS } from './weakenings/deployers.cases';
import { FEDERATION_WEAKENINGS } from './weakenings/federation.cases';
import { LOG_WEAKENINGS } from './weakenings/logs.cases';
import { REPOSITORY_WEAKENINGS } from './weakenings/repositories.cases';
import { SCAN_WEAKENINGS } from './weakenings/scans.cases';
import { SERVICE_WEAKENINGS } from './weakenings/services.cases';
import { MACHINE_WEAKENINGS } from './weakenings/machines.cases';
import { HOST_WEAKENINGS } from './weakenings/hosts.cases';
import { HOST_METRICS_WEAKENINGS } from './weakenings/host-metrics.cases';
import { IAM_WEAKENINGS } from './weakenings/iam.cases';
import { METRICS_RIGHTS_WEAKENINGS } from './weakenings/metrics-rights.cases';
import { METRICS_WEAKENINGS } from './weakenings/metrics.cases';
import { TOOLKITS_WEAKENINGS } from './weakenings/toolkits.cases';
import { NETWORK_WEAKENINGS } from './weakenings/network.cases';
import { PLACE_WEAKENINGS } from './weakenings/places.cases';
import { WINDOWS_WEAKENINGS } from './weakenings/windows.cases';

const { record, artifacts } = sampleOutput();
const WEAKENINGS = [
  ...NETWORK_WEAKENINGS,
  ...ACCESS_WEAKENINGS,
  ...PLACE_WEAKENINGS,
  ...ADMISSION_WEAKENINGS,
  ...HOST_WEAKENINGS,
  ...IAM_WEAKENINGS,
  ...FEDERATION_WEAKENINGS,
  ...DEPLOYER_WEAKENINGS,
  ...REPOSITORY_WEAKENINGS,
  ...SERVICE_WEAKENINGS,
  ...MACHINE_WEAKENINGS,
  ...SCAN_WEAKENINGS,
  ...LOG_WEAKENINGS,
  ...CLOUD_WEAKENINGS,
  ...METRICS_WEAKENINGS,
  ...METRICS_RIGHTS_WEAKENINGS,
  ...HOST_METRICS_WEAKENINGS,
  ...CLASS_HOURS_WEAKENINGS,
  ...TOOLKITS_WEAKENINGS,
  ...WINDOWS_WEAKENINGS,
];

const proofOf = onceForEach(({ change }: Weakening) => prove(change(artifacts), record));

const sentencesOf = ({ findings }: Proof): readonly string[] =>
  findings.map(({ aspect, sentence }) => `${aspect}: ${sentence}`);

test('Nothing is found in what a synthesis writes, in every tier, for a team and for who is held', () => {
  expect(sentencesOf(prove(artifacts, record))).toEqual([]);
});

test('Nothing is found where Google collects', () => {
  const managed = sampleOutput('google-managed');
  expect(sentencesOf(prove(managed.artifacts, managed.record))).toEqual([]);
});

/** Google takes pods for kube-state-metrics by a label, in every namespace, and believes what they tell of namespaces. */
test('Where Google collects, a pod may pose as kube-state-metrics once nothing keeps its label from it', () => {
  const { artifacts: managed, record: people } = sampleOutput('google-managed');
  const sentences = (change: Change): readonly string[] => sentencesOf(prove(change(managed), people));
  const sentence = 'metrics: What a pod tells may carry the namespace of another';
  const open = put('spec > selector > matchLabels', { 'app.kubernetes.io/name': 'kube-state-metrics' });
  expect(sentences(inObject('ClusterPodMonitoring kube-state-metrics', open))).toContain(sentence);
  expect(sentences(withoutObject('ValidatingAdmissionPolicyBinding practicum-collected-labels'))).toContain(
    sentence,
  );
});

test('Where Google collects, what it collects of tenants has the namespace written by Google, and bounds', () => {
  const { artifacts: managed, record: people } = sampleOutput('google-managed');
  const sentence = (change: Change): readonly string[] => sentencesOf(prove(change(managed), people));
  const tenants = 'ClusterPodMonitoring tenants';
  expect(sentence(inObject(tenants, put('spec > targetLabels > fromPod', [{ from: 'team' }])))).toContain(
    'metrics: Labels are changed in a way that nobody has reasoned about',
  );
  expect(sentence(inObject(tenants, drop('spec > limits > samples')))).toContain(
    'metrics: A pod may tell more than there is room for',
  );
  expect(sentence(inObject(tenants, put('spec > endpoints > 0 > authorization', {})))).toContain(
    "metrics: Something of the staff's is sent to tenants' pods",
  );
});

test('Every aspect reads something, and covers every ordered pair', () => {
  const proof = prove(artifacts, record);
  expect(proof.aspects.filter(({ objects }) => objects === 0)).toEqual([]);
  expect(proof.pairs).toEqual({ amongTenants: 6 * 5, toStaff: 6 * 2 });
});

describe('A guard that is weaker is found', () => {
  test('in so many ways that every aspect has some', () => {
    const aspects = new Set(WEAKENINGS.map(({ aspect }) => aspect));
    const missing = prove(artifacts, record).aspects.filter(({ aspect }) => !aspects.has(aspect));
    expect(missing.map(({ aspect }) => aspect)).toEqual([]);
    expect(WEAKENINGS.length).toBeGreaterThan(100);
  });

  test.each(WEAKENINGS)('$aspect: $title', (weakening) => {
    const { aspect, sentence } = weakening;
    const proof = proofOf(weakening);
    expect(sentencesOf(proof)).toContain(`${aspect}: ${sentence}`);
    for (const { path } of proof.findings) {
      expect(path.length).toBeGreaterThan(0);
      for (const step of path) expect(Object.values(step).every((text) => text !== '')).toBe(true);
    }
  });
});

test('No finding names an address of a person', () => {
  const proofs = WEAKENINGS.map(proofOf);
  expect(proofs.filter(({ findings }) => JSON.stringify(findings).includes('@example'))).toEqual([]);
});

test('A tenant more adds no class', () => {
  const classes = (places: readonly string[]): number =>
    prove(
      {
        ...artifacts,
        kubernetes: artifacts.kubernetes.filter(
          ({ object }) => !places.includes(String((object['metadata'] as { namespace?: string }).namespace)),
        ),
      },
      { ...record, places: record.places.filter(({ namespace }) => !places.includes(namespace)) },
    ).aspects.find(({ aspect }) => aspect === 'network')!.classes;
  expect(classes(['hal', 'bo'])).toBe(classes([]));
});
