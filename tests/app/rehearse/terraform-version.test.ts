import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryFindTerraformVersion } from '../../../src/app/rehearse/terraform-version';
import { temporaryFolder } from '../temporary-folder';

function fake(script: string): string {
  const file = join(temporaryFolder(), 'terraform');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('Terraform says which version it is', () => {
  expect(tryFindTerraformVersion(fake(`echo '{"terraform_version":"1.11.4"}'`))).toBe('1.11.4');
});

test.each([
  ['is not there', '/nonexistent/terraform'],
  ['is a folder', '/'],
  ['fails', fake('exit 1')],
  ['says something else', fake('echo Hello')],
  ['says no version', fake(`echo '{}'`)],
])('What %s is no terraform', (_, program) => expect(tryFindTerraformVersion(program)).toBeUndefined());
