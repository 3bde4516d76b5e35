import type { ToolkitId } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { Toolkit } from './toolkit';
import * as listed from './toolkits';

/** Every toolkit that a course may name, by id. */
export const TOOLKITS: readonly Toolkit[] = Object.values<Toolkit>(listed).sort(byText(({ id }) => id));

export const TOOLKIT_IDS: readonly string[] = TOOLKITS.map(({ id }) => id);

const BY_ID = new Map(TOOLKITS.map((toolkit) => [toolkit.id, toolkit]));

/** The toolkit with this id; a course that names another was refused before. */
export function findToolkit(id: ToolkitId): Toolkit {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`No toolkit has the id "${id}"`);
  return found;
}
