import type { Attributes, Value } from '../values/value';
import { isList, isRecord } from '../values/value';
import type { NameRule } from './api-kinds';
import type { FieldError } from './kubernetes-error';
import type { KubernetesObject } from './kubernetes-object';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SERVICE = '[a-z]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const NAME_PART = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${NAME_PART})?`;

/** Largest size of all annotations of an object, in bytes (Kubernetes 1.33). */
const ANNOTATIONS_MAX = 262_144;

interface Rule {
  readonly pattern: string;
  readonly max: number;
  readonly says: string;
}

/**
 * Names that Kubernetes allows.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ (2026-11)
 */
const NAME_RULES: Readonly<Record<Exclude<NameRule, 'path segment'>, Rule>> = {
  subdomain: {
    pattern: SUBDOMAIN,
    max: 253,
    says:
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must " +
      "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is",
  },
  label: {
    pattern: LABEL,
    max: 63,
    says:
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and " +
      "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is",
  },
  service: {
    pattern: SERVICE,
    max: 63,
    says:
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic " +
      "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for " +
      'validation is',
  },
};

const invalidValue = (field: string, value: string, why: string): FieldError => ({
  field,
  problem: `Invalid value: ${JSON.stringify(value)}: ${why}`,
});

/** What is wrong with a name. */
export function nameErrors(field: string, name: string, rule: NameRule): readonly FieldError[] {
  if (name === '') return [{ field, problem: 'Required value: name or generateName is required' }];
  if (rule === 'path segment') {
    if (name === '.' || name === '..') return [invalidValue(field, name, `may not be '${name}'`)];
    return ['/', '%']
      .filter((mark) => name.includes(mark))
      .map((mark) => invalidValue(field, name, `may not contain '${mark}'`));
  }
  const { pattern, max, says } = NAME_RULES[rule];
  const hasDots = rule === 'label' && matches(SUBDOMAIN, name);
  return [
    ...(name.length > max ? [invalidValue(field, name, `must be no more than ${max} characters`)] : []),
    ...(matches(pattern, name)
      ? []
      : [invalidValue(field, name, hasDots ? 'must not contain dots' : `${says} '${pattern}')`)]),
  ];
}

/** What is wrong with labels, annotations and finalizers. */
export function metadataErrors({ metadata }: KubernetesObject): readonly FieldError[] {
  const { labels, annotations, finalizers } = metadata;
  return [
    ...(isRecord(labels) ? labelErrors(labels) : []),
    ...(isRecord(annotations) ? annotationErrors(annotations) : []),
    ...(isList(finalizers) ? finalizers.flatMap(finalizerErrors) : []),
  ];
}

function labelErrors(labels: Attributes): readonly FieldError[] {
  return Object.keys(labels)
    .sort()
    .flatMap((key) => [
      ...keyErrors('metadata.labels', key),
      ...labelValueErrors('metadata.labels', String(labels[key])),
    ]);
}

function labelValueErrors(field: string, value: string): readonly FieldError[] {
  return [
    ...(value.length > 63 ? [invalidValue(field, value, 'must be no more than 63 characters')] : []),
    ...(matches(LABEL_VALUE, value)
      ? []
      : [
          invalidValue(
            field,
            value,
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and " +
              "must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', " +
              `regex used for validation is '${LABEL_VALUE}')`,
          ),
        ]),
  ];
}

function annotationErrors(annotations: Attributes): readonly FieldError[] {
  const field = 'metadata.annotations';
  const size = Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)),
    0,
  );
  return [
    ...Object.keys(annotations)
      .sort()
      .flatMap((key) => keyErrors(field, key, key.toLowerCase())),
    ...(size > ANNOTATIONS_MAX
      ? [{ field, problem: `Too long: may not be more than ${ANNOTATIONS_MAX} bytes` }]
      : []),
  ];
}

const NAME_PART_SAYS =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric " +
  `character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${NAME_PART}')`;

/** What is wrong with a key of labels or annotations: `example.edu/name`. */
function keyErrors(field: string, key: string, checked = key): readonly FieldError[] {
  const parts = checked.split('/');
  if (parts.length > 2) {
    const says = `a qualified name ${NAME_PART_SAYS} with an optional DNS subdomain prefix and '/' `;
    return [invalidValue(field, key, `${says}(e.g. 'example.com/MyName')`)];
  }
  const [name = '', prefix] = parts.reverse();
  const problems: string[] = [];
  if (prefix === '') problems.push('prefix part must be non-empty');
  else if (prefix !== undefined) {
    problems.push(...nameErrors('', prefix, 'subdomain').map(({ problem }) => prefixProblem(problem)));
  }
  if (name === '') problems.push('name part must be non-empty');
  if (name.length > 63) problems.push('name part must be no more than 63 characters');
  if (!matches(NAME_PART, name)) problems.push(`name part ${NAME_PART_SAYS}`);
  return problems.map((problem) => invalidValue(field, key, problem));
}

const prefixProblem = (problem: string): string =>
  `prefix part ${problem.replace(/^Invalid value: "[^"]*": /, '')}`;

function finalizerErrors(finalizer: Value, index: number): readonly FieldError[] {
  const name = String(finalizer);
  const field = `metadata.finalizers[${index}]`;
  const wrong = keyErrors(field, name);
  if (wrong.length > 0) return wrong;
  if (name.includes('/') || STANDARD_FINALIZERS.has(name)) return [];
  return [invalidValue(field, name, 'name is neither a standard finalizer name nor is it fully qualified')];
}

const STANDARD_FINALIZERS: ReadonlySet<string> = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

const matches = (pattern: string, text: string): boolean => new RegExp(`^(?:${pattern})$`).test(text);
