import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../src/app/cohort-directory';
import { temporaryFolder } from '../app/temporary-folder';
import { program, withPrograms } from './programs';

/** How `npm test` of a file with such tests ends on a machine that has none of the programs. */
function runWithoutPrograms(required: string): { code: number | null; said: string } {
  const bin = temporaryFolder();
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(HOME, 'node_modules/jest/bin/jest.js'), 'tests/monitoring/programs.test', '-t', 'With the real'],
    {
      cwd: HOME,
      encoding: 'utf8',
      env: { ...process.env, PRACTICUM_MONITORING_BIN: bin, PRACTICUM_REQUIRE_MONITORING: required },
    },
  );
  return { code: status, said: stderr };
}

test('Without the programs their tests are skipped, and the end says how to get them', () => {
  const { code, said } = runWithoutPrograms('');
  expect(said).toContain(
    'Skipped without programs of the monitoring: 6 tests in 1 file. `npm run monitoring-programs` gets them once',
  );
  expect(code).toBe(0);
}, 60_000);

test('Where the programs are required, missing ones are a failure that says what to run', () => {
  const { code, said } = runWithoutPrograms('1');
  expect(said).toContain('that are not here: redis-server. Run `npm run monitoring-programs`;');
  expect(said).not.toContain('Skipped without');
  expect(code).toBe(1);
}, 60_000);

test('A program that is not here is an error that says how to get it', () => {
  const text = `
    const { program } = require(${JSON.stringify(join(__dirname, 'programs.ts'))});
    try { program('k6'); } catch (error) { process.stdout.write(error.message); }`;
  const file = join(temporaryFolder(), 'try.js');
  writeFileSync(file, `globalThis.describe = globalThis.test = () => undefined;${text}`);
  const { stdout } = spawnSync(process.execPath, ['-r', 'tsx/cjs', file], {
    cwd: HOME,
    encoding: 'utf8',
    env: { ...process.env, PRACTICUM_MONITORING_BIN: '/nonexistent' },
  });
  expect(stdout).toBe(
    'There is no k6 here. Run `npm run monitoring-programs -- --k6`; docs/testing.md says what it does.',
  );
});

withPrograms(['redis-server'], () => {
  test('A program runs with the libraries that came with it', () => {
    const { path, env } = program('redis-server');
    expect(execFileSync(path, ['--version'], { encoding: 'utf8', env })).toMatch(/^Redis server v=\d/);
  });
});

withPrograms(['prometheus', 'promtool', 'alertmanager', 'amtool'], () => {
  test.each(['prometheus', 'promtool', 'alertmanager', 'amtool'] as const)('%s tells its version', (name) => {
    const { path, env } = program(name);
    expect(execFileSync(path, ['--version'], { encoding: 'utf8', env, stdio: 'pipe' })).toContain(
      `${name}, version`,
    );
  });
});

withPrograms(['nginx', 'ngx_http_js_module.so'], () => {
  test('nginx loads the module for scripts', () => {
    const folder = temporaryFolder();
    const config = join(folder, 'nginx.conf');
    writeFileSync(
      config,
      `load_module ${program('ngx_http_js_module.so').path};pid ${folder}/pid;error_log stderr;events {}`,
    );
    const { path, env } = program('nginx');
    const { status, stderr } = spawnSync(path, ['-t', '-p', folder, '-c', config], { encoding: 'utf8', env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('test is successful') });
  });
});
