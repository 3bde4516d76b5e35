import type { FenceCase } from '../fence-case';
import { CALLERS } from './callers.cases';
import { ENDPOINTS } from './endpoints.cases';
import { PATHS } from './paths.cases';
import { QUERIES } from './queries.cases';

/** Everything that is tried across the fence of metrics. */
export const ALL_CASES: readonly FenceCase[] = [...QUERIES, ...ENDPOINTS, ...CALLERS, ...PATHS];
