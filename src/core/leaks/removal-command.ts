import { isOneLine } from '../input/one-line';
import { projectOf, type InventoryItem } from './inventory-item';

/** Words of a command, as a program gets them. */
export type Command = readonly string[];

const ZONE = /^[a-z]+-[a-z]+\d+-[a-z]$/;

/** `--zone=`, `--region=` or `--global`, as the thing stands. */
export function placeFlags({ name }: InventoryItem): Command {
  const { location } = name;
  if (location === undefined || location === 'global') return ['--global'];
  return [ZONE.test(location) ? `--zone=${location}` : `--region=${location}`];
}

/** `--project=`, where the project is known. */
export function projectFlag(item: InventoryItem): Command {
  const project = projectOf(item);
  return project === undefined ? [] : [`--project=${project}`];
}

/** True for words that a person may paste: no option in the place of a name, nothing that a terminal hides. */
export const isPasteable = (command: Command, names: readonly string[]): boolean =>
  command.every((word) => isOneLine(word) && word.length <= 300) &&
  names.every((name) => /^[A-Za-z0-9_*]/.test(name));

/** A word as a shell takes it: quoted where the shell would read more into it. */
export const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A command as it is pasted. */
export const commandText = (command: Command): string => command.map(quoted).join(' ');
