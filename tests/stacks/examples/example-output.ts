import type { Written } from '../../properties/written';
import { writtenBy } from '../../properties/written';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import type { Example } from '../example-plans';
import { EXAMPLES, exampleInputs, planOf } from '../example-plans';
import type { KubernetesObject, Resource, StackFile } from './terraform-output';
import { kubernetesObjects, resourcesOf, stackFiles } from './terraform-output';

/** An example with all that a synthesis makes of it, read in every way that a rule asks for. */
export interface ExampleOutput {
  readonly example: Example;
  readonly plan: CohortPlan;
  readonly written: Written;
  readonly stacks: readonly StackFile[];
  readonly resources: readonly Resource[];
  readonly objects: readonly KubernetesObject[];
  /** Names of people, as the roster and the cohort file write them. */
  readonly names: readonly string[];
}

let made: readonly ExampleOutput[] | undefined;

/** Every example's output, made once. */
export function exampleOutputs(): readonly ExampleOutput[] {
  return (made ??= EXAMPLES.map(outputOf));
}

function outputOf(example: Example): ExampleOutput {
  const inputs = exampleInputs(example);
  const plan = planOf(inputs);
  const written = writtenBy(plan);
  const stacks = stackFiles(written);
  return {
    example,
    plan,
    written,
    stacks,
    resources: resourcesOf(stacks),
    objects: kubernetesObjects(written),
    names: [...inputs.roster.students, ...inputs.config.staff].map(({ name }) => name),
  };
}

/** What `find` finds in each of the examples, each finding with the example it is in. */
export function findings(
  outputs: readonly ExampleOutput[],
  find: (output: ExampleOutput) => readonly string[],
): readonly string[] {
  return outputs.flatMap((output) => find(output).map((finding) => `${output.example}: ${finding}`));
}

export const addressOf = ({ stack, type, address }: Resource): string => `${stack} ${type}.${address}`;

export const objectName = ({ file, kind, metadata }: KubernetesObject): string =>
  `${file} ${kind}/${metadata.name}`;
