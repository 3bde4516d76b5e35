import { createSign, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KubeConnection } from '../../../src/app/rehearse/kube-api/kube-connection';
import { valueAt } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { inPlace } from '../../fence/kube-path';

/** A service account. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/**
 * A token of an account, as the kubelet projects it into a pod.
 * @param audiences whom it is for; none stands for the API server itself
 */
export async function tokenOf(
  admin: KubeConnection,
  { namespace, name }: Account,
  audiences: readonly string[] = [],
): Promise<string> {
  const { status, body } = await admin.request('POST', inPlace(namespace, `serviceaccounts/${name}/token`), {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: audiences.length === 0 ? {} : { audiences },
  });
  const token = valueAt(body, ['status', 'token']);
  if (typeof token !== 'string')
    throw new Error(`No token of ${namespace}/${name}: ${status} ${JSON.stringify(body)}`);
  return token;
}

type Claims = Record<string, unknown>;
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;

/** The token with other claims, and the signature that it had. */
export function tampered(token: string, change: (claims: Claims) => Claims): string {
  const [header, claims, signature] = token.split('.') as [string, string, string];
  return [header, encoded(change(decoded(claims))), signature].join('.');
}

/** The token with other claims, signed anew with a key that is either the cluster's (a PEM file) or made up. */
export function signedAnew(token: string, change: (claims: Claims) => Claims, keyFile?: string): string {
  const [header, claims] = token.split('.') as [string, string, string];
  const content = `${header}.${encoded(change(decoded(claims)))}`;
  const key =
    keyFile === undefined
      ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      : readFileSync(keyFile, 'utf8');
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
}

/** The token with no signature at all, and a header that says so. */
export function unsigned(token: string): string {
  const [, claims] = token.split('.') as [string, string, string];
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${claims}.`;
}
