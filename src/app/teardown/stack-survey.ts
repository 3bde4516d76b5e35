import type { DoomedStack } from '../../core/teardown/doomed-stacks';
import type { Protection } from '../../core/teardown/protections';
import { protectionsIn } from '../../core/teardown/protections';
import type { TeardownGround } from './teardown-ground';
import { Undone } from './undone';
import { atMostUntilThrown } from './until-thrown';

/** What a stack has now, by its state. */
export interface SurveyedStack {
  readonly stack: DoomedStack;
  readonly resources: number;
  readonly protections: readonly Protection[];
  /** Why nobody can tell. */
  readonly problem?: string;
}

/** Reads the states of all stacks; changes nothing. */
export async function surveyStacks({
  stacks,
  folderOf,
  parallelism,
}: Pick<TeardownGround, 'stacks' | 'folderOf' | 'parallelism'>): Promise<readonly SurveyedStack[]> {
  const gate = atMostUntilThrown(parallelism);
  return Promise.all(
    stacks.map((stack) =>
      gate(async () => {
        try {
          const resources = await folderOf(stack).resources();
          return { stack, resources: resources.length, protections: protectionsIn(resources) };
        } catch (error) {
          if (!(error instanceof Undone)) throw error;
          return { stack, resources: 0, protections: [], problem: error.message };
        }
      }),
    ),
  );
}
