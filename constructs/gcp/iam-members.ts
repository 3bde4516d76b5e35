import { DefaultTokenResolver, StringConcat, Token, Tokenization } from 'cdktf';
import type { Construct } from 'constructs';
import { byText } from '../../src/core/domain/sorting';

const ADDRESS = /^(user|group|serviceAccount):[^\s@A-Z]+@[^\s@A-Z]+$/;
const PRINCIPAL = /^principal(Set)?:\/\/\S+$/;

/** A reference is written by the resource that it names; only what we write ourselves can be wrong. */
function isAllowed(member: string): boolean {
  return Token.isUnresolved(member) || ADDRESS.test(member) || PRINCIPAL.test(member);
}

/** What the member will be in the output: a token's own number changes with everything made before it. */
function written(scope: Construct, member: string): string {
  if (!Token.isUnresolved(member)) return member;
  const resolver = new DefaultTokenResolver(new StringConcat());
  return String(Tokenization.resolve(member, { scope, resolver, preparing: false }));
}

/**
 * The members of a binding, each once, sorted by what they are written as.
 *
 * The provider takes `allUsers`, upper case and spaces; Google refuses them later or, worse, obeys.
 */
export function iamMembers(scope: Construct, members: readonly string[]): string[] {
  const refused = members.find((member) => !isAllowed(member));
  if (refused !== undefined) {
    throw new Error(
      `${scope.node.path}: IAM member "${refused}" is not allowed: ` +
        'write user:, group: or serviceAccount: with an address in lower case, principal:// or principalSet://',
    );
  }
  const unique = new Map(members.map((member) => [written(scope, member), member]));
  return [...unique].sort(byText(([text]) => text)).map(([, member]) => member);
}
