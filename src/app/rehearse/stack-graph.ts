import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateStackName } from '../../core/domain/names';
import type { WaitGraph } from '../../rehearsal/scenario/unordered';

/** A stack of an output, and what must be applied before it. */
export interface StackNode {
  readonly name: string;
  readonly folder: string;
  readonly after: readonly string[];
}

/** The stacks that `cdktf deploy '*'` applies, as the manifest of an output lists them. */
export function stackGraph(terraform: string): readonly StackNode[] {
  const { stacks } = JSON.parse(readFileSync(join(terraform, 'manifest.json'), 'utf8')) as {
    readonly stacks: Readonly<
      Record<string, { readonly workingDirectory: string; readonly dependencies: readonly string[] }>
    >;
  };
  return Object.entries(stacks).map(([name, { workingDirectory, dependencies }]) => ({
    name,
    folder: join(terraform, workingDirectory),
    after: dependencies,
  }));
}

/** Which stacks are applied before which; that of the state's bucket is before all. */
export function stackOrder(terraform: string): WaitGraph {
  return new Map(
    stackGraph(terraform).map(({ name, after }) => [name, new Set<string>([...after, stateStackName()])]),
  );
}

/**
 * Runs `work` on every stack, each after those that it depends on, at most `parallelism` at once. When one fails,
 * those that are under way end and no other begins. Answers what each gave, in the order they ended.
 */
export async function inOrder<T>(
  stacks: readonly StackNode[],
  parallelism: number,
  work: (stack: StackNode) => Promise<{ readonly ok: boolean; readonly result: T }>,
): Promise<readonly T[]> {
  const done = new Set<string>();
  const waiting = new Set(stacks);
  const underway = new Set<Promise<void>>();
  const results: T[] = [];
  let failed = false;
  for (;;) {
    const ready = [...waiting].filter(({ after }) =>
      after.every((name) => done.has(name) || !stacks.some((stack) => stack.name === name)),
    );
    for (const stack of failed ? [] : ready.slice(0, parallelism - underway.size)) {
      waiting.delete(stack);
      const run = work(stack).then(({ ok, result }) => {
        results.push(result);
        if (ok) done.add(stack.name);
        else failed = true;
        underway.delete(run);
      });
      underway.add(run);
    }
    if (underway.size === 0) return results;
    await Promise.race(underway);
  }
}

/** The same stacks in the order of a teardown: each before those that it depends on. */
export function reversed(stacks: readonly StackNode[]): readonly StackNode[] {
  return stacks.map((stack) => ({
    ...stack,
    after: stacks.filter(({ after }) => after.includes(stack.name)).map(({ name }) => name),
  }));
}
