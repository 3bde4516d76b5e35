import { CELL_PROJECT_MUTANTS } from './cell-project.mutants';
import { testMutants } from './test-mutants';

testMutants(CELL_PROJECT_MUTANTS);
