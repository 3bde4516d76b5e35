import type { Outcome } from '../../core/input/problem';
import { accept, inReadingOrder, refuse } from '../../core/input/problem';
import { readObject } from '../../core/input/read-object';
import type { YamlSource } from '../../core/input/yaml-source';
import { stepOf } from './read-step';
import type { Scenario } from './scenario';
import { SCENARIO_SCHEMA } from './scenario.schema';
import { scenarioProblems } from './scenario-checks';

/** A scenario together with the file it stands in. */
export interface ScenarioFile {
  readonly scenario: Scenario;
  readonly source: YamlSource;
}

/** Reads a scenario; those that ship with the program and an instructor's own pass the same checks. */
export function parseScenario(source: YamlSource): Outcome<ScenarioFile> {
  const { partial, value, problems } = readObject(
    SCENARIO_SCHEMA,
    source,
    'start from a copy of a scenario that ships with practicum, scenarios/term.yaml',
  );
  const all = [...problems, ...scenarioProblems(partial, source)];
  if (all.length > 0 || value === undefined) return refuse(inReadingOrder(all));
  const { name, about, students, steps } = value;
  const scenario = { name, about, ...(students === undefined ? {} : { students }), steps: steps.map(stepOf) };
  return accept({ scenario, source });
}
