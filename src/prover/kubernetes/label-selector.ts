import type { Json } from '../json-value';
import { labelsAt, listAt, mapAt, textAt, textsAt } from '../json-value';

/** Whether a LabelSelector takes an object with these labels; one that cannot be read takes everything. */
export function selects(selector: Json, labels: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries(mapAt(selector, 'matchLabels'));
  return (
    wanted.every(([key, value]) => labels[key] === String(value)) &&
    listAt(selector, 'matchExpressions').every((expression) => holds(expression, labels))
  );
}

function holds(expression: Json, labels: Readonly<Record<string, string>>): boolean {
  const value = labels[textAt(expression, 'key') ?? ''];
  const values = textsAt(expression, 'values');
  switch (textAt(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return true;
  }
}

/** True for a selector without a condition. */
export const selectsAll = (selector: Json | undefined): boolean =>
  Object.keys(mapAt(selector, 'matchLabels')).length === 0 &&
  listAt(selector, 'matchExpressions').length === 0;

/** Values that a label must have one of for the selector to take an object; undefined if any will do. */
export function valuesOf(selector: Json | undefined, key: string): readonly string[] | undefined {
  const label = labelsAt(selector, 'matchLabels')[key];
  if (label !== undefined) return [label];
  const expression = listAt(selector, 'matchExpressions').find(
    (each) => textAt(each, 'key') === key && textAt(each, 'operator') === 'In',
  );
  return expression === undefined ? undefined : textsAt(expression, 'values');
}
