import { CELL_SERVICES_MUTANTS } from './cell-services.mutants';
import { OWN_PROJECT_MUTANTS } from './own-project.mutants';
import { SHARD_MUTANTS } from './shard.mutants';
import { STATE_MUTANTS } from './state.mutants';
import { testMutants } from './test-mutants';

testMutants(STATE_MUTANTS, CELL_SERVICES_MUTANTS, SHARD_MUTANTS, OWN_PROJECT_MUTANTS);
