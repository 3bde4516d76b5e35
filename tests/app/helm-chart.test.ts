import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HelmCharts } from '../../src/app/helm-chart';
import { temporaryFolder } from './temporary-folder';

test('The folder of a stack stands before a chart is handed to the writing thread, so that cdktf cannot race it', () => {
  const stacks = join(temporaryFolder(), 'stacks');
  const seen: boolean[] = [];
  const look = (): void => void seen.push(existsSync(join(stacks, 'shard-1-01')));
  const files = { write: look, link: look };
  new HelmCharts(stacks, files).write('shard-1-01', 'amara-okafor', 'kind: Namespace\n');
  expect(seen).toEqual([true, true, true]);
});
