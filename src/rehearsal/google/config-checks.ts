import type { ConfigProblem } from '../provider/resource-kind';
import { blocksAt } from '../values/read-value';
import { Unknown, isList } from '../values/value';
import type { Attributes, Value } from '../values/value';

/** The values at a path of blocks and one attribute, written with dots; without what is null or unknown. */
export function knownValuesAt(config: Attributes, path: string): readonly Value[] {
  return valuesAt(config, path).filter((value) => !(value instanceof Unknown));
}

/** Whether the configuration says something at a path, be it unknown yet. */
export function isWritten(config: Attributes, path: string): boolean {
  return valuesAt(config, path).some((value) => !isList(value) || value.length > 0);
}

function valuesAt(config: Attributes, path: string): readonly Value[] {
  const names = path.split('.');
  const holders = names
    .slice(0, -1)
    .reduce((blocks, name) => blocks.flatMap((each) => blocksAt(each, name)), [config]);
  const last = names.at(-1)!;
  return holders.map((each) => each[last]).filter((value) => value !== undefined && value !== null);
}

const problem = (path: string, message: string): ConfigProblem => ({ path: path.split('.'), message });
const lastName = (path: string): string => path.split('.').at(-1)!;

/** A problem for each known value at `path` that is none of `allowed`. */
export function expectOneOf(
  config: Attributes,
  path: string,
  allowed: readonly string[],
): readonly ConfigProblem[] {
  const choice = allowed.map((each) => JSON.stringify(each)).join(', ');
  return texts(config, path)
    .filter((value) => !allowed.includes(value))
    .map((value) => problem(path, `expected ${lastName(path)} to be one of [${choice}], got ${value}`));
}

/** A problem for each known text at `path` that has another form; `form` is a sentence's end: "must …". */
export function expectForm(
  config: Attributes,
  path: string,
  pattern: RegExp,
  form: string,
): readonly ConfigProblem[] {
  return texts(config, path)
    .filter((value) => !pattern.test(value))
    .map((value) => problem(path, `"${lastName(path)}" ("${value}") ${form}`));
}

/** A problem for each known number at `path` outside the bounds. */
export function expectBetween(
  config: Attributes,
  path: string,
  least: number,
  most = Number.POSITIVE_INFINITY,
): readonly ConfigProblem[] {
  const bounds =
    most === Number.POSITIVE_INFINITY ? `at least (${least})` : `in the range (${least} - ${most})`;
  return knownValuesAt(config, path)
    .filter((value) => typeof value === 'number' && !(value >= least && value <= most))
    .map((value) => problem(path, `expected ${lastName(path)} to be ${bounds}, got ${String(value)}`));
}

/** A problem if the configuration says something at `path` and at one of `others`. */
export function expectNotWith(
  config: Attributes,
  path: string,
  others: readonly string[],
): readonly ConfigProblem[] {
  if (!isWritten(config, path)) return [];
  return others
    .filter((other) => isWritten(config, other) && !isUnknownAt(config, other))
    .map((other) => problem(path, `"${path}": conflicts with ${other}`));
}

/** A problem unless the configuration says something at exactly one of `paths`. */
export function expectExactlyOne(config: Attributes, paths: readonly string[]): readonly ConfigProblem[] {
  const written = paths.filter((path) => isWritten(config, path) && !isUnknownAt(config, path));
  const open = paths.some((path) => isUnknownAt(config, path));
  if (written.length === 1 || (written.length === 0 && open)) return [];
  const got = written.length === 0 ? 'none is written' : `${written.join(' and ')} are written`;
  return [problem(paths[0]!, `one of [${paths.join(', ')}] must be written, ${got}`)];
}

const isUnknownAt = (config: Attributes, path: string): boolean =>
  valuesAt(config, path).some((value) => value instanceof Unknown);

function texts(config: Attributes, path: string): readonly string[] {
  return knownValuesAt(config, path).filter((value) => typeof value === 'string');
}
