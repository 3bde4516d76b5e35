import type { ObjectKind } from './api-kinds';
import type { ServedKind } from './cluster-kinds';
import { checkFields } from './field-schema';
import { immutableErrors } from './immutable-fields';
import { badRequest, invalidObject, undecodable } from './kubernetes-error';
import type { KubernetesObject } from './kubernetes-object';
import { finalizersOf, isBeingDeleted } from './kubernetes-object';
import { metadataErrors, nameErrors } from './object-names';
import { ruleErrors } from './object-rules';
import type { Attributes } from '../values/value';
import { isRecord } from '../values/value';

/** The object as the API keeps it: without a namespace if its kind has none, a namespace with its label, text of a Secret as data. */
export function inItsScope(object: KubernetesObject, kind: ObjectKind): KubernetesObject {
  const { namespace, ...metadata } = object.metadata;
  if (!kind.namespaced) {
    return { ...object, metadata: { ...metadata, name: object.metadata.name, ...ownLabel(object) } };
  }
  if (typeof namespace !== 'string' || namespace === '') {
    throw badRequest('an empty namespace may not be set during creation');
  }
  return kind.kind === 'Secret' && kind.group === '' ? withEncodedText(object) : object;
}

/** The label that selects a namespace by its name. */
function ownLabel({ kind, metadata: { name, labels } }: KubernetesObject): Attributes {
  if (kind !== 'Namespace') return {};
  return { labels: { ...(isRecord(labels) ? labels : {}), 'kubernetes.io/metadata.name': name } };
}

function withEncodedText(secret: KubernetesObject): KubernetesObject {
  const { stringData, data, ...rest } = secret;
  if (!isRecord(stringData)) return secret;
  const encoded = Object.entries(stringData).map(([key, text]) => [
    key,
    Buffer.from(String(text)).toString('base64'),
  ]);
  return { ...rest, data: { ...(isRecord(data) ? data : {}), ...Object.fromEntries(encoded) } };
}

/** Refuses an object that its kind does not allow; `needNamespace` comes in where the API asks for it. */
export function checkObject(
  object: KubernetesObject,
  { kind, schema }: ServedKind,
  needNamespace: () => void,
): void {
  const fields = checkFields(kind.kind, object, schema ?? {});
  if (fields.mistyped.length > 0) throw undecodable(kind, fields.mistyped[0]!);
  if (fields.unknown.length > 0) {
    const names = fields.unknown.map((field) => `unknown field "${field}"`).join(', ');
    throw undecodable(kind, `strict decoding error: ${names}`);
  }
  needNamespace();
  const { name } = object.metadata;
  const errors = [
    ...nameErrors('metadata.name', name, kind.nameRule),
    ...metadataErrors(object),
    ...ruleErrors(object),
    ...fields.invalid,
  ];
  if (errors.length > 0) throw invalidObject(kind, name, errors);
}

/** Refuses a change of what cannot be changed. */
export function checkChange(before: KubernetesObject, after: KubernetesObject, kind: ObjectKind): void {
  const had = new Set(finalizersOf(before));
  const added = finalizersOf(after).filter((each) => !had.has(each));
  const errors = [
    ...immutableErrors(before, after),
    ...(isBeingDeleted(before) && added.length > 0
      ? [
          {
            field: 'metadata.finalizers',
            problem:
              'Forbidden: no new finalizers can be added if the object is being deleted, ' +
              `found new finalizers ${JSON.stringify(added)}`,
          },
        ]
      : []),
  ];
  if (errors.length > 0) throw invalidObject(kind, after.metadata.name, errors);
}
