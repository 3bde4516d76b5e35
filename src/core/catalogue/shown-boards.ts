import type { ToolkitId } from '../domain/ids';
import type { Toolkit } from './toolkit';
import { TOOLKITS } from './catalogue';

/** Boards of a place with these toolkits that are of one of them alone, by their uids; own toolkits have none. */
export const boardsOfToolkits = (ids: readonly ToolkitId[]): ReadonlySet<string> =>
  new Set(TOOLKITS.filter(({ id }) => ids.some((each) => each === id)).flatMap(boardsOf));

const boardsOf = ({ dashboards }: Toolkit): readonly string[] =>
  'none' in dashboards ? [] : dashboards.map(({ board }) => board);
