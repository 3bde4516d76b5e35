import { exampleOutputs } from './example-output';
import { ACCESS_RULES } from './access-rules';
import { CLUSTER_RULES } from './cluster-rules';
import { OUTSIDE_RULES } from './outside-rules';
import { PROJECT_RULES } from './project-rules';
import { changed } from './rule';
import type { Resource } from './terraform-output';

/** Rules over single resources. */
export function ruleTests(): void {
  const resources = exampleOutputs().flatMap((output) => output.resources);

  const RULES = [...CLUSTER_RULES, ...ACCESS_RULES, ...PROJECT_RULES, ...OUTSIDE_RULES];

  const judgedBy = (about: RegExp) => resources.filter(({ type }) => about.test(type));
  const name = ({ type, address }: Resource): string => `${type}.${address}`;

  test.each(RULES)('In every example $says', ({ about, holds }) => {
    expect(judgedBy(about).length).toBeGreaterThan(0);
    expect(
      judgedBy(about)
        .filter(({ block }) => !holds(block))
        .map(name),
    ).toEqual([]);
  });

  test.each(RULES)('It is noticed where it is not true that $says', ({ about, holds, broken }) => {
    expect(
      judgedBy(about)
        .filter(({ block }) => holds(changed(block, broken)))
        .map(name),
    ).toEqual([]);
  });

  test('No two rules say the same', () => {
    expect(new Set(RULES.map(({ says }) => says)).size).toBe(RULES.length);
  });
}
