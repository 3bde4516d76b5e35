import { checkLabels, labelAttributes, labelsNow } from '../../../src/rehearsal/google/effective-labels';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { refusal } from './foundation-cloud';

const MARK = { 'goog-terraform-provisioned': 'true' };
const FORM =
  'is not allowed: keys and values are at most 63 lower-case letters, digits, "_" and "-", and a key begins with a letter';

test("The provider adds its own labels beneath the resource's", () => {
  const labels = { ...MARK, team: 'labs', cohort: 'w255' };
  expect(
    labelAttributes({ labels: { cohort: 'w255' } }, { default_labels: { team: 'labs', cohort: 'x' } }),
  ).toEqual({
    terraform_labels: labels,
    effective_labels: labels,
  });
  expect(labelAttributes({ labels: null }, { add_terraform_attribution_label: false })).toEqual({
    terraform_labels: {},
    effective_labels: {},
  });
});

test('Labels that others set stay, labels that left the code go', () => {
  const before = {
    terraform_labels: { ...MARK, old: '1' },
    effective_labels: { ...MARK, old: '1', team: 'finance' },
  };
  expect(labelAttributes({ ...before, labels: { fresh: '2' } }, {})).toEqual({
    terraform_labels: { ...MARK, fresh: '2' },
    effective_labels: { ...MARK, fresh: '2', team: 'finance' },
  });
});

test('Nothing is said while a label is not known', () => {
  expect(labelAttributes({ labels: { a: UNKNOWN }, terraform_labels: { a: '1' } }, {})).toEqual({
    terraform_labels: UNKNOWN,
    effective_labels: UNKNOWN,
  });
});

test('A label that somebody removed is empty', () => {
  const state = { labels: { a: '1', b: '2' }, terraform_labels: null };
  expect(labelsNow(state, { effective_labels: { b: '3', c: '4' } })).toEqual({
    labels: { a: '', b: '3' },
    terraform_labels: null,
  });
});

test('Upper case, long texts and too many labels are refused', () => {
  expect(refusal(() => checkLabels({ labels: { Cohort: 'w255' } }))).toBe(
    `400 Label "Cohort" = "w255" ${FORM}`,
  );
  expect(refusal(() => checkLabels({ labels: { cohort: 'W255' } }))).toBe(
    `400 Label "cohort" = "W255" ${FORM}`,
  );
  expect(refusal(() => checkLabels({ labels: { '1a': '' } }))).toBe(`400 Label "1a" = "" ${FORM}`);
  const long = 'x'.repeat(64);
  expect(refusal(() => checkLabels({ labels: { a: long } }))).toBe(`400 Label "a" = "${long}" ${FORM}`);
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, '']));
  expect(refusal(() => checkLabels({ labels: many(65) }))).toBe(
    '400 65 labels are given and at most 64 are allowed',
  );
  checkLabels({ labels: many(64) });
  checkLabels({ labels: { 'managed-by': 'practicum_1', é: '日' } });
});
