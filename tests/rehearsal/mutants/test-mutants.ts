import { inOneLine } from '../../../src/rehearsal/scenario/message-pattern';
import type { MutatedStack } from './mutant';
import { SynthesisedCohort } from './synthesised-cohort';

/** Tests that nothing is found of stacks as they are, and each mutant by the words that it is known by. */
export function testMutants(...stacks: readonly MutatedStack[]): void {
  const cohorts = new Map<string, Promise<SynthesisedCohort>>();
  const cohortOf = (example: string): Promise<SynthesisedCohort> => {
    const cohort = cohorts.get(example) ?? SynthesisedCohort.of(example);
    cohorts.set(example, cohort);
    return cohort;
  };
  for (const { about, stack, example, after, mutants } of stacks) {
    test(`${about}: nothing is found of the stack as it is`, async () => {
      const cohort = await cohortOf(example);
      expect(await cohort.rehearse(stack, after)).toEqual({ findings: [] });
    }, 60_000);

    test.each(mutants.map((mutant) => [mutant.title, mutant] as const))(
      `${about}: %s`,
      async (_, mutant) => {
        const cohort = await cohortOf(example);
        const { noticed, findings } = await cohort.rehearse(stack, after, mutant);
        const said = inOneLine(findings[0]?.message ?? 'nothing');
        expect({ noticed, said }).toEqual({
          noticed: mutant.noticed,
          said: expect.stringContaining(inOneLine(mutant.says)),
        });
      },
      60_000,
    );
  }
}
