import { GITHUB_MUTANTS, MACHINE_MUTANTS, SERVICE_MUTANTS } from './outside.mutants';
import { testMutants } from './test-mutants';

testMutants(GITHUB_MUTANTS, SERVICE_MUTANTS, MACHINE_MUTANTS);
