import type { Board } from './board';
import { CELL_CAPACITY } from './cell-capacity.board';
import { COHORT_OVERVIEW } from './cohort-overview.board';
import { K6 } from './k6.board';
import { PREDICTION_API } from './prediction-api.board';
import { REDIS } from './redis.board';
import { TENANT_OVERVIEW } from './tenant-overview.board';

/** For tenants: none of their queries names a namespace, as the label enforcer adds it to each. */
export const TENANT_BOARDS: readonly Board[] = [TENANT_OVERVIEW, PREDICTION_API, REDIS, K6];

/** For staff, who see all places of a cell. */
export const STAFF_BOARDS: readonly Board[] = [COHORT_OVERVIEW, CELL_CAPACITY];

/** The boards of a tenant whose toolkits are shown on these, by their uids: the overview everybody has. */
export const boardsFor = (uids: ReadonlySet<string>): readonly Board[] =>
  TENANT_BOARDS.filter((board) => board === TENANT_OVERVIEW || uids.has(board.uid));
