import type { Email, Handle } from '../../domain/ids';
import type { LedgerPlace } from '../../ledger/ledger';
import type { Team } from '../../plan/tenant-keys';
import type { TeamMove } from './team-moves';
import { teamMoves } from './team-moves';

/** What became of a team, by the names that people give it. */
export type TeamChange = { readonly name: string } & (
  | { readonly kind: 'formed'; readonly members: number }
  | ({ readonly kind: 'renamed'; readonly handle: Handle; readonly from: string } & Pick<
      TeamMove,
      'by' | 'stayed' | 'were' | 'ambiguous'
    >)
  | { readonly kind: 'members'; readonly handle: Handle; readonly came: number; readonly went: number }
  | { readonly kind: 'returned' | 'held' | 'placeless'; readonly handle: Handle }
);

/** The teams of the roster as they were and are, and the places that the ledger has for teams. */
export interface TeamSides {
  /** By key; members under the addresses that they have now. */
  readonly before: ReadonlyMap<string, Team>;
  readonly after: ReadonlyMap<string, Team>;
  /** Places of teams by key. */
  readonly places: ReadonlyMap<string, LedgerPlace>;
  /** What a team of the ledger was called. */
  titleOf(key: string): string;
  readonly told: ReadonlyMap<string, string>;
  /** Keys of teams that get a new place for the one that was destroyed. */
  readonly again: ReadonlySet<string>;
}

/** What became of each team, by name. */
export function teamChanges(sides: TeamSides): readonly TeamChange[] {
  const { before, after, places, told } = sides;
  const standing = [...places].filter(([, { state }]) => state === 'active' || state === 'held');
  const teams = new Map(
    standing.map(([key]) => [key, before.get(key) ?? { title: sides.titleOf(key), members: [] }]),
  );
  const moves = teamMoves({ before: teams, after, told });
  const kept = new Set(moves.map(({ from }) => from));
  const placed = new Set(moves.map(({ to }) => to));
  return [
    ...moves.flatMap((move) => moved(sides, teams, move)),
    ...standing.flatMap(([key, { handle, state }]): readonly TeamChange[] =>
      kept.has(key) || state === 'held' ? [] : [{ kind: 'held', name: teams.get(key)!.title, handle }],
    ),
    ...[...after].flatMap(([key, { title, members }]): readonly TeamChange[] => {
      if (placed.has(key)) return [];
      const place = places.get(key);
      if (place === undefined || sides.again.has(key))
        return before.has(key) && place === undefined
          ? []
          : [{ kind: 'formed', name: title, members: members.length }];
      return [{ kind: 'placeless', name: title, handle: place.handle }];
    }),
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function moved(
  { before, after, places }: TeamSides,
  teams: ReadonlyMap<string, Team>,
  move: TeamMove,
): readonly TeamChange[] {
  const { from, to, by, stayed, were, ambiguous } = move;
  const { handle, state } = places.get(from)!;
  const name = after.get(to)!.title;
  const was = teams.get(from)!;
  const came = missingFrom(after.get(to)!.members, was.members);
  const went = missingFrom(was.members, after.get(to)!.members);
  // Who holds a team that the roster named means it; one that comes back was missing.
  const returns = state === 'held' && !before.has(from);
  return [
    ...(from === to
      ? []
      : [{ kind: 'renamed', name, handle, from: was.title, by, stayed, were, ambiguous } as const]),
    ...(returns ? [{ kind: 'returned', name, handle } as const] : []),
    ...(came + went === 0 || !before.has(from)
      ? []
      : [{ kind: 'members', name, handle, came, went } as const]),
  ];
}

const missingFrom = (some: readonly Email[], others: readonly Email[]): number =>
  some.filter((each) => !others.includes(each)).length;
