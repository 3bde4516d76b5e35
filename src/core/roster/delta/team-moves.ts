import type { Email } from '../../domain/ids';
import { byText } from '../../domain/sorting';
import type { Team } from '../../plan/tenant-keys';

/** A team that works on in a place that another name had. */
export interface TeamMove {
  /** Key of the team as it was. */
  readonly from: string;
  /** Key of the team as it is. */
  readonly to: string;
  readonly by: 'name' | 'members' | 'your word';
  /** Members of then who are in it still, of how many. */
  readonly stayed: number;
  readonly were: number;
  /** Another team has some of these members too, or this one has some of another's. */
  readonly ambiguous: boolean;
}

interface Teams {
  /** Teams with a place, by key, as they were; a team of which the roster knew nobody has no members. */
  readonly before: ReadonlyMap<string, Team>;
  /** Teams of the new roster, by key. */
  readonly after: ReadonlyMap<string, Team>;
  /** New key by the old one, as a person says it. */
  readonly told: ReadonlyMap<string, string>;
}

/**
 * Which team has whose place from now on. A name that stays keeps its place. Of the others a place goes on with the
 * part that most of its members are in; where two have as many, with the one first by name.
 */
export function teamMoves({ before, after, told }: Teams): readonly TeamMove[] {
  const moves: TeamMove[] = [...told].map(([from, to]) => moveOf(from, to, 'your word'));
  const from = new Set(moves.map((move) => move.from));
  const to = new Set(moves.map((move) => move.to));
  const take = (move: TeamMove): void => {
    moves.push(move);
    from.add(move.from);
    to.add(move.to);
  };
  for (const key of before.keys())
    if (after.has(key) && !from.has(key) && !to.has(key)) take(moveOf(key, key, 'name'));
  const gone = [...before.keys()].filter((key) => !from.has(key));
  const fresh = [...after.keys()].filter((key) => !to.has(key));
  const shared = gone.flatMap((one) =>
    fresh.flatMap((other) => (stayedIn(one, other) > 0 ? [moveOf(one, other, 'members')] : [])),
  );
  const ranked = [...shared].sort(
    (a, b) => b.stayed - a.stayed || order(a.from, b.from) || order(a.to, b.to),
  );
  for (const move of ranked) {
    if (from.has(move.from) || to.has(move.to)) continue;
    const rivals = shared.filter((each) => each.from === move.from || each.to === move.to);
    take({ ...move, ambiguous: rivals.length > 1 });
  }
  return moves.sort(byText((move) => move.to));

  function stayedIn(one: string, other: string): number {
    const now = new Set(after.get(other)?.members ?? []);
    return membersOf(one).filter((member) => now.has(member)).length;
  }
  function membersOf(key: string): readonly Email[] {
    return before.get(key)?.members ?? [];
  }
  function moveOf(one: string, other: string, by: TeamMove['by']): TeamMove {
    return {
      from: one,
      to: other,
      by,
      stayed: stayedIn(one, other),
      were: membersOf(one).length,
      ambiguous: false,
    };
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
