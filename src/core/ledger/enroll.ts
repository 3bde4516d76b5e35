import type { CellNumber, Handle, ShardNumber } from '../domain/ids';
import { cellNumber, shardNumber } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { Day } from '../domain/time';
import { handleForStudent, handleForTeam, handleKey } from './handle';
import type { Ledger, LedgerEvent, TenantKey } from './ledger';
import { keyText, placesOf } from './ledger';

/** How many tenants a shard and a cell take. */
export interface Capacity {
  readonly tenantsPerShard: number;
  readonly tenantsPerCell: number;
}

/**
 * The ledger with a line for each tenant that has none yet. Tenants are taken in the order of their
 * keys, so that the order of the roster's rows decides nothing; lines that are there stay as they are. Whose place was
 * destroyed gets a new one, under a new handle, only if they are among `again`: names on Google Cloud are not free at once.
 */
export function enroll(
  ledger: Ledger,
  tenants: readonly TenantKey[],
  on: Day,
  capacity: Capacity,
  again: readonly TenantKey[] = [],
): Ledger {
  const places = [...placesOf(ledger).values()];
  const anew = new Set(again.map(keyText));
  const known = new Set(
    places.flatMap(({ key, state }) =>
      state === 'destroyed' && anew.has(keyText(key)) ? [] : [keyText(key)],
    ),
  );
  const taken = new Set(places.map(({ handle }) => handleKey(handle)));
  const seats = new Seats(capacity);
  for (const { cell, shard } of places) seats.take(cell, shard);

  const added = tenants
    .filter((key) => !known.has(keyText(key)))
    .sort(byText(keyText))
    .map((key): LedgerEvent => {
      const handle = handleFor(key, taken);
      taken.add(handleKey(handle));
      return { on, event: 'enrolled', handle, key, ...seats.next() };
    });
  return added.length === 0 ? ledger : { ...ledger, events: [...ledger.events, ...added] };
}

function handleFor(key: TenantKey, taken: ReadonlySet<string>): Handle {
  return 'student' in key ? handleForStudent(key.student, taken) : handleForTeam(key.team, taken);
}

/** Which seats of cells and shards were ever taken; a seat that became free is not given again. */
class Seats {
  private readonly inShard = new Map<string, number>();
  private readonly inCell = new Map<number, number>();
  private cell = 1;
  private shard = 1;

  constructor(private readonly capacity: Capacity) {}

  take(cell: number, shard: number): void {
    this.inCell.set(cell, (this.inCell.get(cell) ?? 0) + 1);
    this.inShard.set(`${cell}/${shard}`, (this.inShard.get(`${cell}/${shard}`) ?? 0) + 1);
  }

  /** The first seat that is free, counted from the first cell. */
  next(): { cell: CellNumber; shard: ShardNumber } {
    while ((this.inCell.get(this.cell) ?? 0) >= this.capacity.tenantsPerCell) {
      this.cell += 1;
      this.shard = 1;
    }
    while ((this.inShard.get(`${this.cell}/${this.shard}`) ?? 0) >= this.capacity.tenantsPerShard)
      this.shard += 1;
    this.take(this.cell, this.shard);
    return { cell: cellNumber(this.cell), shard: shardNumber(this.shard) };
  }
}
