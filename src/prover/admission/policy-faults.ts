import type { KubernetesDocument } from '../artifacts';
import type { Json } from '../json-value';
import { at, isMap, listAt, textAt, textsAt } from '../json-value';
import { NAMES } from '../expected-names';
import { selects, selectsAll } from '../kubernetes/label-selector';
import type { MeantPolicy } from './meant-policies';

/** Labels of a tenant's namespace, with the tenant's handle. */
export interface LabelledPlace {
  readonly handle: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** All that keeps a policy from refusing what it is for, each as the rest of a sentence that begins with it. */
export function policyFaults(
  meant: MeantPolicy,
  { object }: KubernetesDocument,
  places: readonly LabelledPlace[],
): readonly string[] {
  const failurePolicy = textAt(object, 'spec', 'failurePolicy') ?? 'Fail';
  return [
    ...(failurePolicy === 'Fail'
      ? []
      : [`lets through what it cannot judge: failurePolicy is ${failurePolicy}`]),
    ...matchFaults(at(object, 'spec', 'matchConstraints'), places),
    ...uncovered(meant, object),
    ...conditionFaults(meant, object),
    ...ruleFaults(meant, object),
    ...paramFaults(at(object, 'spec', 'paramKind'), meant.param && { apiVersion: 'v1', kind: 'ConfigMap' }),
  ];
}

/** Parameters that are none of those that are meant: `meant` as it should be written, if there are to be any. */
function paramFaults(
  written: Json | undefined,
  meant: Readonly<Record<string, string>> | '' | undefined,
): readonly string[] {
  if (!meant) return written === undefined ? [] : ['takes parameters of which nothing is known'];
  if (!isMap(written)) return ['reads no parameters'];
  const keys = new Set([...Object.keys(written), ...Object.keys(meant)]);
  const wrong = [...keys].filter((key) => written[key] !== meant[key]);
  return wrong.length === 0 ? [] : [`takes its parameters otherwise: by ${wrong.sort().join(', ')}`];
}

/** All that keeps a binding from putting its policy into force. */
export function bindingFaults(
  { param }: MeantPolicy,
  { object }: KubernetesDocument,
  places: readonly LabelledPlace[],
): readonly string[] {
  const actions = textsAt(object, 'spec', 'validationActions');
  return [
    ...(actions.includes('Deny')
      ? []
      : [`does not deny: validationActions is ${actions.join(', ') || 'empty'}`]),
    ...matchFaults(at(object, 'spec', 'matchResources'), places),
    ...(listAt(object, 'spec', 'matchResources', 'resourceRules').length === 0
      ? []
      : ['is narrowed to some resources']),
    ...paramFaults(
      at(object, 'spec', 'paramRef'),
      param && { name: param, namespace: NAMES.systemNamespace, parameterNotFoundAction: 'Deny' },
    ),
  ];
}

/** What a match leaves out of the places. */
function matchFaults(match: Json | undefined, places: readonly LabelledPlace[]): readonly string[] {
  const selector = at(match, 'namespaceSelector') ?? {};
  const missed = places.filter(({ labels }) => !selects(selector, labels));
  const policy = textAt(match, 'matchPolicy') ?? 'Equivalent';
  const takesSystem = match !== undefined && selects(selector, { [NAMES.namespaceNameLabel]: 'kube-system' });
  return [
    ...(missed.length === 0
      ? []
      : [`does not look at the namespaces of ${missed.length} places, such as ${missed[0]!.handle}`]),
    ...(takesSystem
      ? ['also looks at the namespaces of the cluster itself, and may refuse what that needs']
      : []),
    ...(selectsAll(at(match, 'objectSelector'))
      ? []
      : ['looks only at objects with labels that their owner chooses']),
    ...(listAt(match, 'excludeResourceRules').length === 0 ? [] : ['leaves some resources out']),
    ...(policy === 'Equivalent' ? [] : ['looks at one version of a resource and not at the others']),
  ];
}

function uncovered(
  { resources, operations = ['CREATE', 'UPDATE'] }: MeantPolicy,
  object: Json,
): readonly string[] {
  const rules = listAt(object, 'spec', 'matchConstraints', 'resourceRules');
  return resources.flatMap((meant) => {
    const dot = meant.indexOf('.');
    const [resource, group] = [meant.slice(0, dot), meant.slice(dot + 1)];
    return operations
      .filter((operation) => !rules.some((rule) => covers(rule, group, resource, operation)))
      .map(
        (operation) =>
          `does not look at ${operation} of ${resource?.startsWith('*') ? 'every resource' : resource}`,
      );
  });
}

function covers(rule: Json, group: string, resource: string, operation: string): boolean {
  const has = (key: string, ...wanted: readonly string[]): boolean =>
    textsAt(rule, key).some((value) => wanted.includes(value));
  const whole = resource.includes('/') ? [`${resource.split('/')[0]}/*`, '*/*'] : ['*', '*/*'];
  return (
    has('apiGroups', group, '*') &&
    has('apiVersions', 'v1', '*') &&
    has('resources', resource, ...whole) &&
    has('operations', operation, '*') &&
    listAt(rule, 'resourceNames').length === 0 &&
    ['*', 'Namespaced'].includes(textAt(rule, 'scope') ?? '*')
  );
}

function conditionFaults({ conditions }: MeantPolicy, object: Json): readonly string[] {
  return listAt(object, 'spec', 'matchConditions').flatMap((condition) => {
    const name = textAt(condition, 'name') ?? '';
    if (!conditions.includes(name))
      return [`looks only under the condition ${name}, of which nothing is known`];
    return isConstant(textAt(condition, 'expression'))
      ? [`looks always or never: its condition ${name} is constant`]
      : [];
  });
}

/** A rule that reads nothing of the request says the same to everyone. */
const isConstant = (expression = ''): boolean =>
  !/\b(object|oldObject|request|authorizer|variables)\b/.test(expression);

function ruleFaults({ words, rules }: MeantPolicy, object: Json): readonly string[] {
  const written = listAt(object, 'spec', 'validations')
    .map((rule) => textAt(rule, 'expression') ?? '')
    .filter((expression) => expression.trim() === 'false' || !isConstant(expression));
  const { text, unknown } = withVariables(written, object);
  const missing = words.filter((word) => !new RegExp(`\\b${word.replaceAll('.', '\\.')}\\b`).test(text));
  return [
    ...(written.length >= rules ? [] : [`has ${written.length} of its ${rules} rules`]),
    ...(missing.length === 0 ? [] : [`never reads ${missing.join(', ')}, so it cannot refuse by it`]),
    ...(unknown.length === 0 ? [] : [`uses ${unknown.join(', ')}, which it does not say what is`]),
  ];
}

/** The text of rules with that of the variables that they use, directly or through each other. */
function withVariables(
  rules: readonly string[],
  object: Json,
): { readonly text: string; readonly unknown: readonly string[] } {
  const variables = new Map(
    listAt(object, 'spec', 'variables').map((each) => [
      textAt(each, 'name') ?? '',
      textAt(each, 'expression') ?? '',
    ]),
  );
  const used = new Map<string, string | undefined>();
  const waiting = [...rules];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [, name] of text.matchAll(/\bvariables\.(\w+)/g)) {
      if (used.has(name!)) continue;
      const expression = variables.get(name!);
      used.set(name!, expression);
      if (expression !== undefined) waiting.push(expression);
    }
  }
  const unknown = [...used].flatMap(([name, expression]) =>
    expression === undefined ? [`variables.${name}`] : [],
  );
  // A field that may be missing is written with a question mark.
  return { text: [...rules, ...used.values()].join('\n').replaceAll('.?', '.'), unknown };
}
