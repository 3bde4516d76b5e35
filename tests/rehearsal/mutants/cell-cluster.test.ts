import { CELL_CLUSTER_MUTANTS } from './cell-cluster.mutants';
import { testMutants } from './test-mutants';

testMutants(CELL_CLUSTER_MUTANTS);
