import { CELL_CLUSTER_MUTANTS } from './cell-cluster.mutants';
import { CELL_PROJECT_MUTANTS } from './cell-project.mutants';
import { CELL_SERVICES_MUTANTS } from './cell-services.mutants';
import type { MutatedStack } from './mutant';
import { GITHUB_MUTANTS, MACHINE_MUTANTS, SERVICE_MUTANTS } from './outside.mutants';
import { OWN_PROJECT_MUTANTS } from './own-project.mutants';
import { PLACE_LOG_MUTANTS } from './place-logs.mutants';
import { SHARD_MUTANTS } from './shard.mutants';
import { STATE_MUTANTS } from './state.mutants';

/** All ways in which our stacks are broken, in the order in which stacks are applied. */
export const MUTANTS: readonly MutatedStack[] = [
  STATE_MUTANTS,
  CELL_PROJECT_MUTANTS,
  CELL_CLUSTER_MUTANTS,
  CELL_SERVICES_MUTANTS,
  SHARD_MUTANTS,
  OWN_PROJECT_MUTANTS,
  GITHUB_MUTANTS,
  SERVICE_MUTANTS,
  MACHINE_MUTANTS,
  PLACE_LOG_MUTANTS,
];
