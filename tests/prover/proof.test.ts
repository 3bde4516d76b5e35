import type { Proof } from '../../src/prover/proof';
import { prove } from '../../src/prover/proof';
import { sampleOutput } from './sample-output';
import { ACCESS_WEAKENINGS } from './weakenings/access.cases';
import { ADMISSION_WEAKENINGS } from './weakenings/admission.cases';
import { CLOUD_WEAKENINGS } from './weakenings/cloud.cases';
import { HOST_WEAKENINGS } from './weakenings/hosts.cases';
import { IAM_WEAKENINGS } from './weakenings/iam.cases';
import { NETWORK_WEAKENINGS } from './weakenings/network.cases';
import { PLACE_WEAKENINGS } from './weakenings/places.cases';

const { record, artifacts } = sampleOutput();
const WEAKENINGS = [
  ...NETWORK_WEAKENINGS,
  ...ACCESS_WEAKENINGS,
  ...PLACE_WEAKENINGS,
  ...ADMISSION_WEAKENINGS,
  ...HOST_WEAKENINGS,
  ...IAM_WEAKENINGS,
  ...CLOUD_WEAKENINGS,
];

const sentencesOf = ({ findings }: Proof): readonly string[] =>
  findings.map(({ aspect, sentence }) => `${aspect}: ${sentence}`);

test('Nothing is found in what a synthesis writes, in every tier, for a team and for who is held', () => {
  expect(sentencesOf(prove(artifacts, record))).toEqual([]);
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

  test.each(WEAKENINGS)('$aspect: $title', ({ change, aspect, sentence }) => {
    const proof = prove(change(artifacts), record);
    expect(sentencesOf(proof)).toContain(`${aspect}: ${sentence}`);
    for (const { path } of proof.findings) {
      expect(path.length).toBeGreaterThan(0);
      for (const step of path) expect(Object.values(step).every((text) => text !== '')).toBe(true);
    }
  });
});

test('No finding names an address of a person', () => {
  const proofs = WEAKENINGS.map(({ change }) => prove(change(artifacts), record));
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
