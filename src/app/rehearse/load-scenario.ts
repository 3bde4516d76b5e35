import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { byText } from '../../core/domain/sorting';
import { decodeText } from '../../core/input/decode-text';
import { YamlSource } from '../../core/input/yaml-source';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { nearest } from '../../core/input/read-object';
import { parseScenario } from '../../rehearsal/scenario/parse-scenario';
import type { Scenario } from '../../rehearsal/scenario/scenario';
import { HOME, readInput } from '../cohort-directory';

const SHIPPED = join(HOME, 'scenarios');

/** Names of the scenarios that ship with the program. */
export function shippedScenarios(): readonly string[] {
  return readdirSync(SHIPPED)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort(byText(String));
}

/** A scenario by the name of one that ships with the program, or by the path of a file. */
export function loadScenario(asked: string): Outcome<Scenario> {
  const isPath = /[./\\]/.test(asked);
  const known = shippedScenarios();
  if (!isPath && !known.includes(asked)) {
    return refuse([
      {
        file: '--scenario',
        line: 1,
        column: 1,
        message: 'no scenario that ships with practicum has this name',
        got: shown(asked),
        allowed: `one of ${known.join(', ')}, or the path of your own file`,
        write: `--scenario ${nearest(asked, known) ?? 'term'}`,
      },
    ]);
  }
  const path = isPath ? resolve(asked) : join(SHIPPED, `${asked}.yaml`);
  const name = isPath ? asked : `scenarios/${asked}.yaml`;
  const bytes = readInput(path, name, 'copy scenarios/term.yaml and change it');
  if (!(bytes instanceof Uint8Array)) return refuse([bytes]);
  const text = decodeText(name, bytes);
  const source = text.ok ? YamlSource.read(name, text.value) : text;
  if (!source.ok) return source;
  const scenario = parseScenario(source.value);
  return scenario.ok ? accept(scenario.value.scenario) : scenario;
}
