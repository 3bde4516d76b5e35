import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceDirectory } from '../../src/app/output-directory';
import { filesIn, temporaryFolder } from './temporary-folder';

function put(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

test('Of a stack that is gone only the state that terraform could not save stays', () => {
  const target = join(temporaryFolder(), 'terraform');
  replaceDirectory(target, (staging) => put(staging, 'stacks/shard-1-01/cdk.tf.json', '{}'));
  put(target, 'stacks/shard-1-01/errored.tfstate', 'the only copy');
  put(target, 'stacks/shard-1-01/.terraform.lock.hcl', 'a copy of many');
  replaceDirectory(target, (staging) => put(staging, 'stacks/cell-1/cdk.tf.json', '{}'));
  expect(filesIn(target)).toEqual(
    new Map([
      ['stacks/cell-1/cdk.tf.json', '{}'],
      ['stacks/shard-1-01/errored.tfstate', 'the only copy'],
    ]),
  );
});

test('The stack that is applied first keeps its terraform files too', () => {
  const target = join(temporaryFolder(), 'terraform');
  const build = (staging: string): void => put(staging, 'bootstrap/stacks/state/cdk.tf.json', '{}');
  replaceDirectory(target, build);
  put(target, 'bootstrap/stacks/state/.terraform.lock.hcl', 'locked');
  replaceDirectory(target, build);
  expect([...filesIn(target).keys()]).toContain('bootstrap/stacks/state/.terraform.lock.hcl');
});
