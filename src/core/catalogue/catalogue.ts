import type { ToolkitId } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { OwnToolkit } from './own/own-toolkit';
import { ownToolkit } from './own/own-toolkit';
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

/** What a lab asks for, or a place has: by its id, and if it is the course's own, with what it is. */
export interface ToolkitRef {
  readonly id: ToolkitId;
  readonly own?: OwnToolkit;
}

/** The toolkit that is asked for, of the catalogue or of the course. */
export const toolkitOf = ({ id, own }: ToolkitRef): Toolkit =>
  own === undefined ? findToolkit(id) : ownToolkit(own);
