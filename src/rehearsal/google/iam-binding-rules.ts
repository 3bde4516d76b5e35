import { Temporal } from 'temporal-polyfill';
import type { IamBinding } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import type { Cloud } from '../cloud/cloud';
import type { ConfigProblem } from '../provider/resource-kind';
import { blockAt, requiredText, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { memberProblem, memberRefusal, normalMember } from './iam-member';

const ROLE = /^((projects|organizations)\/[^/\s]+\/)?roles\/[A-Za-z0-9_.]+$/;
const BASIC_ROLES = new Set(['roles/owner', 'roles/editor', 'roles/viewer']);

/** The binding that attributes of Terraform describe, as Google would keep it. */
export function bindingOf(attributes: Attributes): IamBinding {
  const condition = blockAt(attributes, 'condition');
  const members = [...new Set(textsAt(attributes, 'members').map(normalMember))].sort();
  return {
    role: requiredText(attributes, 'role'),
    members,
    ...(condition === undefined
      ? {}
      : {
          condition: {
            title: textAt(condition, 'title') ?? '',
            description: textAt(condition, 'description') ?? '',
            expression: textAt(condition, 'expression') ?? '',
          },
        }),
  };
}

/** What the provider refuses of a binding without asking Google. */
export function bindingProblems(config: Attributes): readonly ConfigProblem[] {
  const ofMembers = textsAt(config, 'members').flatMap((member) => {
    const message = memberProblem(member);
    return message === undefined ? [] : [{ path: ['members'], message }];
  });
  const condition = blockAt(config, 'condition');
  const title = condition?.['title'];
  const untitled = condition !== undefined && (title === null || title === undefined || title === '');
  return untitled
    ? [...ofMembers, { path: ['condition', 'title'], message: 'a condition needs a title' }]
    : ofMembers;
}

/** Refuses a binding as Google does when it is written to the policy of `where`. */
export function checkBinding(cloud: Cloud, where: string, given: Attributes): void {
  const { role, members, condition } = bindingOf(given);
  const refuse = (message: string) => invalid(`Error applying IAM policy for ${where}: ${message}`);
  if (!ROLE.test(role)) {
    throw refuse(
      `Role ${role} is not supported for this resource: write roles/<name> or projects/<id>/roles/<name>`,
    );
  }
  if (members.length === 0) throw refuse(`${role} is given to nobody: leave the binding out`);
  const refusal = textsAt(given, 'members')
    .map((member) => memberRefusal(cloud, member))
    .find(Boolean);
  if (refusal !== undefined) throw refuse(refusal);
  if (condition === undefined) return;
  if (BASIC_ROLES.has(role)) {
    throw refuse(`Conditions cannot be set on the basic role ${role}: grant a narrower role`);
  }
  const problem = expressionProblem(condition.expression);
  if (problem !== undefined) throw refuse(`Condition "${condition.title}" ${problem}`);
}

function expressionProblem(expression: string): string | undefined {
  if (expression.trim() === '') return 'has no expression';
  const instants = [...expression.matchAll(/timestamp\(\s*["']([^"']*)["']\s*\)/g)].map(([, text]) => text!);
  const wrong = instants.find((text) => !isInstant(text));
  return wrong === undefined
    ? undefined
    : `compares with "${wrong}", which is no instant such as 2027-05-15T07:00:00Z`;
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
