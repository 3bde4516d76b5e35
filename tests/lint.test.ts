import type { Linter } from 'eslint';
import { ESLint } from 'eslint';
import { ROOT } from './layers';

const config = jest.requireActual<Linter.Config[]>('../eslint.config.js');

async function complaints(file: string, source: string): Promise<readonly (string | null)[]> {
  const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: true, overrideConfig: config });
  const [result] = await eslint.lintText(`${source}\n`, { filePath: `${ROOT}/${file}` });
  return result!.messages.map(({ ruleId }) => ruleId);
}

test.each([
  "export { Project } from '@cdktf/provider-google';",
  "export { Release } from '@cdktf/provider-helm';",
  "export { Project } from '@cdktf/provider-google/lib';",
])('Lint forbids the import of a whole provider: %s', async (source) => {
  expect(await complaints('constructs/gcp/a.ts', source)).toEqual(['no-restricted-imports']);
});

test('Lint allows the import of one resource', async () => {
  expect(
    await complaints('constructs/gcp/a.ts', "export { Project } from '@cdktf/provider-google/lib/project';"),
  ).toEqual([]);
});

test.each([
  ['src/core/plan/a.ts', 'export const now = Date.now();', 'no-restricted-properties'],
  ['constructs/k8s/a.ts', 'export const luck = Math.random();', 'no-restricted-properties'],
  ['src/rehearsal/cloud/a.ts', 'export const luck = Math.random();', 'no-restricted-properties'],
  ['stacks/a.stack.ts', "export const home = process.env['HOME'];", 'no-restricted-globals'],
  ['src/app/a.ts', "console.log('hello');", 'no-console'],
])('Lint keeps clock, luck, environment and console where they belong: %s', async (file, source, rule) => {
  expect(await complaints(file, source)).toEqual([rule]);
});
