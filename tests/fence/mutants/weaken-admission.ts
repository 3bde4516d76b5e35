import type { JsonMap } from '../../../src/prover/json-value';
import { at, listAt, textAt, textsAt } from '../../../src/prover/json-value';
import type { Weaker } from './conjuncts';
import { withoutOneConjunct } from './conjuncts';
import { edited, extended, stripped } from './edits';
import type { Weakening } from './weakening';
import { leftOut } from './weakening';

/** A policy that refuses less than it did. */
export function weakenPolicy(object: JsonMap): readonly Weakening[] {
  return [
    leftOut,
    {
      what: 'that lets through what it cannot evaluate',
      object: edited(object, ['spec', 'failurePolicy'], 'Ignore'),
    },
    {
      what: 'that holds in no namespace',
      object: edited(object, ['spec', 'matchConstraints', 'namespaceSelector'], {
        matchLabels: { fenced: 'true' },
      }),
    },
    {
      what: 'that holds for objects with a label alone',
      object: edited(object, ['spec', 'matchConstraints', 'objectSelector'], {
        matchLabels: { fenced: 'true' },
      }),
    },
    {
      what: 'that holds for one spelling of a version alone',
      object: edited(object, ['spec', 'matchConstraints', 'matchPolicy'], 'Exact'),
    },
    {
      what: 'that leaves everything out of its rules',
      object: edited(
        object,
        ['spec', 'matchConstraints', 'excludeResourceRules'],
        [{ apiGroups: ['*'], apiVersions: ['*'], resources: ['*'], operations: ['*'] }],
      ),
    },
    {
      what: 'that looks at no request',
      object: extended(object, ['spec', 'matchConditions'], { name: 'never', expression: 'false' }),
    },
    ...listAt(object, 'spec', 'matchConditions').map((condition, index) => ({
      what: `whose condition ${textAt(condition, 'name') ?? ''} is never met`,
      object: edited(object, ['spec', 'matchConditions', index, 'expression'], 'false'),
    })),
    ...weakenRules(object),
    ...weakenExpressions(object),
    ...weakenVariables(object),
  ];
}

function weakenRules(object: JsonMap): readonly Weakening[] {
  const path = ['spec', 'matchConstraints', 'resourceRules'];
  return listAt(object, ...path).flatMap((rule, index) => [
    {
      what: `without its rule on ${String(textsAt(rule, 'resources'))}`,
      object: stripped(object, [...path, index]),
    },
    ...(['resources', 'operations', 'apiGroups'] as const).flatMap((field) =>
      textsAt(rule, field).length < 2
        ? []
        : textsAt(rule, field).map((each, place) => ({
            what: `without ${each} among its ${field} in rule ${index + 1}`,
            object: stripped(object, [...path, index, field, place]),
          })),
    ),
    ...(textsAt(rule, 'apiVersions').includes('*')
      ? [
          {
            what: `for one version alone in rule ${index + 1}`,
            object: edited(object, [...path, index, 'apiVersions'], ['v1beta9']),
          },
        ]
      : []),
  ]);
}

/** Each condition left out, and each part of one that a person could leave out by mistake. */
function weakenExpressions(object: JsonMap): readonly Weakening[] {
  const validations = listAt(object, 'spec', 'validations');
  return validations.flatMap((validation, index) => {
    const expression = textAt(validation, 'expression') ?? '';
    const told = textAt(validation, 'message') ?? textAt(validation, 'messageExpression') ?? '';
    const path = ['spec', 'validations', index];
    const named = `the validation "${told.replace(/^'/, '').slice(0, 48)}…"`;
    return [
      ...(validations.length > 1 ? [{ what: `without ${named}`, object: stripped(object, path) }] : []),
      {
        what: `with ${named} always true`,
        object: edited(object, [...path, 'expression'], `true || (${expression})`),
      },
      ...withoutOneConjunct(expression).map((weaker, place) => ({
        what: `with ${named} without part ${place + 1}: ${weaker.lost}`,
        object: edited(object, [...path, 'expression'], weaker.expression),
      })),
    ];
  });
}

/** Each variable without one of the lists that it is put together from, or one part of a condition in it. */
function weakenVariables(object: JsonMap): readonly Weakening[] {
  return listAt(object, 'spec', 'variables').flatMap((variable, index) => {
    const expression = textAt(variable, 'expression') ?? '';
    const lists = expression.split(/ \+ (?=variables\.|object\.)/);
    const weaker: readonly Weaker[] = [
      ...withoutOneConjunct(expression),
      ...(lists.length < 2
        ? []
        : lists.map((lost) => ({ lost, expression: lists.filter((each) => each !== lost).join(' + ') }))),
    ];
    return weaker.map((each, place) => ({
      what: `with the variable ${textAt(variable, 'name') ?? ''} without part ${place + 1}: ${each.lost}`,
      object: edited(object, ['spec', 'variables', index, 'expression'], each.expression),
    }));
  });
}

/** A policy that is in force for less. */
export function weakenPolicyBinding(object: JsonMap): readonly Weakening[] {
  return [
    leftOut,
    ...['Warn', 'Audit'].map((action) => ({
      what: `that does ${action} and refuses nothing`,
      object: edited(object, ['spec', 'validationActions'], [action]),
    })),
    {
      what: 'for namespaces with a label alone',
      object: edited(object, ['spec', 'matchResources'], {
        namespaceSelector: { matchLabels: { fenced: 'true' } },
      }),
    },
    { what: 'of another policy', object: edited(object, ['spec', 'policyName'], 'practicum-other') },
    ...(at(object, 'spec', 'paramRef') === undefined ? [] : weakenParam(object)),
  ].filter(() => at(object, 'spec') !== undefined);
}

/** A binding that reads something else than staff wrote, or goes without. */
function weakenParam(object: JsonMap): readonly Weakening[] {
  const path = ['spec', 'paramRef'];
  return [
    { what: 'without its parameters', object: stripped(object, path) },
    {
      what: 'that lets all through without its parameters',
      object: edited(object, [...path, 'parameterNotFoundAction'], 'Allow'),
    },
    { what: 'that reads other parameters', object: edited(object, [...path, 'name'], 'other') },
    { what: "that reads the place's own parameters", object: stripped(object, [...path, 'namespace']) },
    { what: 'that reads whatever has a label', object: edited(object, [...path, 'selector'], {}) },
  ];
}
