import { invalid } from '../cloud/cloud-error';
import { booleanAt, textMapAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { UNKNOWN, hasUnknown } from '../values/value';

/**
 * The provider marks what it makes, unless it is told not to.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/guides/provider_reference (2026-11)
 */
const ATTRIBUTION = { 'goog-terraform-provisioned': 'true' };

/** @see https://docs.cloud.google.com/resource-manager/docs/labels-overview (2026-11) */
const KEY = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u;
const LABEL_VALUE = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;
const MAX_LABELS = 64;

/** `labels` and what follows from it are Terraform's; Google knows `effective_labels` alone. */
export const LABELS_OF_TERRAFORM = ['labels', 'terraform_labels'] as const;

/** `terraform_labels` and `effective_labels`, as soon as `labels` is known: labels of others are kept. */
export function labelAttributes(planned: Attributes, provider: Attributes): Attributes {
  if (hasUnknown(planned['labels'])) return { terraform_labels: UNKNOWN, effective_labels: UNKNOWN };
  const ours = {
    ...textMapAt(provider, 'default_labels'),
    ...(booleanAt(provider, 'add_terraform_attribution_label') === false ? {} : ATTRIBUTION),
    ...textMapAt(planned, 'labels'),
  };
  const before = textMapAt(planned, 'terraform_labels');
  const ofOthers = Object.entries(textMapAt(planned, 'effective_labels')).filter(([key]) => !(key in before));
  return { terraform_labels: ours, effective_labels: { ...Object.fromEntries(ofOthers), ...ours } };
}

/** `labels` and `terraform_labels` as they are now: the keys that Terraform remembers, the values that Google has. */
export function labelsNow(state: Attributes, data: Attributes): Attributes {
  const now = textMapAt(data, 'effective_labels');
  const ofState = (name: string): Attributes | null =>
    state[name] === null || state[name] === undefined
      ? null
      : Object.fromEntries(Object.keys(textMapAt(state, name)).map((key) => [key, now[key] ?? '']));
  return Object.fromEntries(LABELS_OF_TERRAFORM.map((name) => [name, ofState(name)]));
}

/** Refuses labels as Google does, which the provider passes on unseen. */
export function checkLabels(attributes: Attributes): void {
  const labels = Object.entries(textMapAt(attributes, 'labels'));
  if (labels.length > MAX_LABELS) {
    throw invalid(`${labels.length} labels are given and at most ${MAX_LABELS} are allowed`);
  }
  const wrong = labels.find(([key, value]) => !KEY.test(key) || !LABEL_VALUE.test(value));
  if (wrong === undefined) return;
  throw invalid(
    `Label "${wrong[0]}" = "${wrong[1]}" is not allowed: keys and values are at most 63 lower-case letters, ` +
      'digits, "_" and "-", and a key begins with a letter',
  );
}
