import type { Tenant } from './cast';
import { CELL_SECRET } from './cast';

/** Sign by which something of somebody is known in an answer. */
export interface Mark {
  readonly of: string;
  readonly sign: RegExp;
}

/** Signs of a tenant: its namespace, its word, its values, and the address of its pod. */
export const marksOf = ({ namespace, secret, digits }: Tenant, address: string): readonly Mark[] => [
  { of: namespace, sign: new RegExp(`\\b${namespace}\\b`) },
  { of: namespace, sign: new RegExp(secret) },
  { of: namespace, sign: valueSign(digits) },
  { of: namespace, sign: new RegExp(address.replaceAll('.', '\\.')) },
];

/** Values of nine digits, as Prometheus writes them in its answers and on pages, whole or as billionths. */
const valueSign = (digits: number): RegExp =>
  new RegExp(
    `\\b${digits}\\d{7}\\b|\\b${String(digits).split('').join('\\.')}\\d*e\\+08|\\b0\\.${digits}\\d{4,}`,
  );

/** Signs of what belongs to the cell and to no tenant. */
export const CELL_MARKS: readonly Mark[] = [
  { of: 'the cell', sign: new RegExp(CELL_SECRET) },
  { of: 'the cell', sign: /\b74000000\d\b/ },
];

/** What of an answer tells something that the question did not say itself. */
export function leaksIn(answer: string, question: string, marks: readonly Mark[]): readonly string[] {
  return marks
    .filter(({ sign }) => sign.test(answer) && !sign.test(question))
    .map(({ of, sign }) => `${of}: ${sign.exec(answer)![0]}`);
}
