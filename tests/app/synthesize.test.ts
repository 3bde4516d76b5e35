import { join } from 'node:path';
import { stackGraph } from '../../src/app/rehearse/stack-graph';
import { writeTerraform } from '../../src/app/synthesize';
import { planOfTwoCells } from '../stacks/example-plans';
import { temporaryFolder } from './temporary-folder';

test('A second cell is applied after the first, in whose zone it writes; shards after their services', () => {
  const folder = join(temporaryFolder(), 'terraform');
  writeTerraform(planOfTwoCells(), folder, () => undefined);
  expect(Object.fromEntries(stackGraph(folder).map(({ name, after }) => [name, after]))).toEqual({
    'cell-1': [],
    'cell-1-services': ['cell-1'],
    'cell-2': ['cell-1'],
    'cell-2-services': ['cell-2'],
    'shard-1-01': ['cell-1-services'],
    'shard-1-02': ['cell-1-services'],
    'shard-2-01': ['cell-2-services'],
  });
});
