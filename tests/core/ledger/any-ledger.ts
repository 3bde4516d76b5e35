import fc from 'fast-check';
import { cohortId } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import { enroll } from '../../../src/core/ledger/enroll';
import { forgetIn } from '../../../src/core/ledger/forget';
import type { Ledger, LedgerEvent } from '../../../src/core/ledger/ledger';
import {
  LEDGER_EVENTS,
  contradiction,
  emptyLedger,
  extended,
  placesOf,
} from '../../../src/core/ledger/ledger';
import { tenantKeys } from '../invented-people';

export const EMPTY = emptyLedger(cohortId('mlops-fall27'));
export const DAYS = ['2027-01-04', '2027-02-01', '2027-03-01'] as Day[];

/** Ledgers in which tenants came and all happened to them that may happen. */
export const ledgers = fc
  .tuple(
    tenantKeys(12),
    fc.array(fc.tuple(fc.nat({ max: 20 }), fc.constantFrom(...LEDGER_EVENTS), tenantKeys(1)), {
      maxLength: 60,
    }),
  )
  .map(([keys, later]): Ledger => {
    const start = enroll(EMPTY, keys, DAYS[0]!, { tenantsPerShard: 2, tenantsPerCell: 5 });
    return later.reduce((ledger, [index, event, [key]]): Ledger => {
      const handle = start.events[index]?.handle;
      if (handle === undefined || event === 'enrolled') return ledger;
      const on = DAYS[2]!;
      if (event === 'forgotten') {
        const place = placesOf(ledger).get(handle)!;
        const may = place.state === 'destroyed' && place.forgotten === undefined;
        return may ? forgetIn(ledger, handle, on) : ledger;
      }
      if (event === 'renamed' && key === undefined) return ledger;
      const next: LedgerEvent =
        event === 'renamed' ? { on, event, handle, key: key! } : { on, event, handle };
      return contradiction(placesOf(ledger), next) ? ledger : extended(ledger, [next]);
    }, start);
  });
