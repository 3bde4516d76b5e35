import type { Outcome, Problem } from '../../../src/core/input/problem';
import { YamlSource } from '../../../src/core/input/yaml-source';
import type { ScenarioFile } from '../../../src/rehearsal/scenario/parse-scenario';
import { parseScenario } from '../../../src/rehearsal/scenario/parse-scenario';
import type { Scenario } from '../../../src/rehearsal/scenario/scenario';
import { problemsOf, valueOf } from '../../core/outcomes';

export const FILE = 'term.yaml';

export function read(text: string): Outcome<ScenarioFile> {
  const source = YamlSource.read(FILE, text);
  return source.ok ? parseScenario(source.value) : source;
}

/** A scenario of these lines, each a step; they begin in line 4. */
const withSteps = (steps: readonly string[]): string =>
  ['name: A term', 'about: What happens.', 'steps:', ...steps.map((step) => `  - ${step}`), ''].join('\n');

export const scenarioOf = (...steps: readonly string[]): Scenario => valueOf(read(withSteps(steps))).scenario;
export const problemsIn = (...steps: readonly string[]): readonly Problem[] =>
  problemsOf(read(withSteps(steps)));
