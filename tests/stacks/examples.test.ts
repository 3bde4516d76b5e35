import { accessTests } from './examples/access';
import { nameTests } from './examples/names';
import { outputTests } from './examples/output';
import { outsideTests } from './examples/outside';
import { referenceTests } from './examples/references';
import { roleBindingTests } from './examples/role-bindings';
import { ruleTests } from './examples/rules';

// One file, because all of them read the output of the same syntheses.
describe('Output', outputTests);
describe('Access', accessTests);
describe('Role bindings', roleBindingTests);
describe('Names', nameTests);
describe('Outside of the cluster', outsideTests);
describe('References', referenceTests);
describe('Rules', ruleTests);
