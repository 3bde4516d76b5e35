import { PLACE_LOG_MUTANTS } from './place-logs.mutants';
import { testMutants } from './test-mutants';

testMutants(PLACE_LOG_MUTANTS);
