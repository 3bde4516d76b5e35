import type { App, TerraformStack } from 'cdktf';
import { Testing } from 'cdktf';
import { Synthesised } from '../constructs/gcp/synth-construct';
import type { ChartRef } from '../../stacks/chart-ref';

/** One stack as Terraform is given it, with all validations run. */
export function synthStack(build: (app: App) => TerraformStack): Synthesised {
  const { stackTraceLimit } = Error;
  // cdktf takes a stack trace for every token: most of the time of a test.
  Error.stackTraceLimit = 0;
  try {
    return new Synthesised(Testing.synth(build(Testing.app()), true));
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** A part of the output that is not a resource: `terraform`, `provider`, `output`. */
export function partOf(output: Synthesised, part: string): unknown {
  return (JSON.parse(output.text) as Readonly<Record<string, unknown>>)[part];
}

export const aChart = (name: string): ChartRef => ({
  path: `./charts/${name}`,
  contentHash: `hash-of-${name}`,
});

/** Members of each binding of a type, by role; those that end are marked. */
export function membersByRole(output: Synthesised, type: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    output
      .all(type)
      .map(({ role, condition, members }) => [
        `${String(role)}${condition ? ' until the end' : ''}`,
        members,
      ]),
  );
}
