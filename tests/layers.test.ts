import { forbidden, importsOf, sources } from './layers';

const SOURCES = ['src', 'constructs', 'stacks'].flatMap(sources);

test('Every file imports its own layer and those below it', () => {
  expect(SOURCES.length).toBeGreaterThan(80);
  expect(forbidden(SOURCES.flatMap(({ file, text }) => importsOf(file, text)))).toEqual([]);
});

test.each([
  ['src/core/plan/cells.ts', "import { x } from '../../../stacks/cell.stack';", 'stacks/cell.stack'],
  ['src/core/plan/cells.ts', "import { x } from '../../app/clock';", 'src/app/clock'],
  ['src/core/plan/cells.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
  ['src/core/plan/cells.ts', "import type { App } from 'cdktf';", 'cdktf'],
  [
    'src/core/plan/cells.ts',
    "import { Cloud } from '../../rehearsal/cloud/cloud';",
    'src/rehearsal/cloud/cloud',
  ],
  ['src/rehearsal/cloud/a.ts', "import { x } from '../../app/clock';", 'src/app/clock'],
  ['src/rehearsal/google/a.ts', "import { x } from '../../../stacks/cell.stack';", 'stacks/cell.stack'],
  ['src/rehearsal/google/a.ts', "import { x } from '../../../constructs/gcp/b';", 'constructs/gcp/b'],
  ['src/rehearsal/cloud/a.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
  ['src/rehearsal/cloud/a.ts', "import { spawn } from 'node:child_process';", 'node:child_process'],
  ['src/rehearsal/schema/a.ts', "import type { App } from 'cdktf';", 'cdktf'],
  [
    'src/rehearsal/kubernetes/a.ts',
    "import { KubeConfig } from '@kubernetes/client-node';",
    '@kubernetes/client-node',
  ],
  [
    'src/prover/aspects/a.ts',
    "import { SYSTEM_NAMESPACE } from '../../core/domain/names';",
    'src/core/domain/names',
  ],
  [
    'src/prover/aspects/a.ts',
    "import { TENANT_LABEL } from '../../../constructs/k8s/tenant-namespace';",
    'constructs/k8s/tenant-namespace',
  ],
  ['src/prover/proof.ts', "import { Chart } from 'cdk8s';", 'cdk8s'],
  ['stacks/a.stack.ts', "import { Cloud } from '../src/rehearsal/cloud/cloud';", 'src/rehearsal/cloud/cloud'],
  ['constructs/gcp/a.ts', "import { x } from '../k8s/b';", 'constructs/k8s/b'],
  [
    'constructs/gcp/a.ts',
    "import type { CohortPlan } from '../../src/core/plan/cohort-plan';",
    'src/core/plan/cohort-plan',
  ],
  ['constructs/gcp/a.ts', "import { Project } from '@cdktf/provider-google';", '@cdktf/provider-google'],
  ['constructs/k8s/a.ts', "export * from '../gcp/b';", 'constructs/gcp/b'],
  ['constructs/k8s/a.ts', "import { App } from 'cdktf';", 'cdktf'],
  [
    'stacks/a.stack.ts',
    "import { resolvePlan } from '../src/core/plan/resolve-plan';",
    'src/core/plan/resolve-plan',
  ],
  ['stacks/a.stack.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
  ['stacks/a.stack.ts', "const x = require('../src/app/clock');", 'src/app/clock'],
  ['src/app/main.ts', "import { App } from 'cdktf';", 'cdktf'],
  [
    'src/app/main.ts',
    "import { Project } from '@cdktf/provider-google/lib/project';",
    '@cdktf/provider-google/lib/project',
  ],
])('An upward import is noticed: %s', (file, source, target) => {
  expect(forbidden(importsOf(file, source))).toEqual([expect.stringContaining(`imports ${target}`)]);
});

test('A file outside all layers is noticed', () => {
  expect(forbidden(importsOf('src/utils.ts', "import 'zod';"))).toEqual(['src/utils.ts belongs to no layer']);
});

test('Stacks take types of the plan and nothing that runs', () => {
  const values = sources('stacks').filter(({ text }) => /^import (?!type)[^;]*\/core\/plan\//m.test(text));
  expect(values.map(({ file }) => file)).toEqual([]);
});

test('No file is named after nothing', () => {
  const vague = SOURCES.filter(({ file }) => /\/(utils?|helpers?|common|types|index)\.ts$/.test(file));
  expect(vague.map(({ file }) => file)).toEqual([]);
});

test('A file holds one idea: none is over 250 lines', () => {
  const long = [...SOURCES, ...sources('tests')].filter(({ text }) => text.split('\n').length > 251);
  expect(long.map(({ file }) => file)).toEqual([]);
});

const IMPURE =
  /Date\.now\(|new Date\(|Temporal\.Now|Math\.random|process\.(?!roles=)|from '(node:)?(fs|path|os|child_process)'/;

test('Only src/app reads the clock, the environment, randomness and files', () => {
  const files = SOURCES.filter(({ file }) => !file.startsWith('src/app/')).filter(({ text }) =>
    IMPURE.test(text.replace(OWN_PLACE[1], '').replace(SCRIPT_OF_NGINX, '')),
  );
  expect(files.map(({ file }) => file)).toEqual([]);
});

/** The messages of the protocol are loaded from a file beside the one that speaks it. */
const OWN_PLACE = ['src/rehearsal/protocol/provider-server.ts', "import { join } from 'node:path';"] as const;

/** The first line of a script that nginx runs in a pod: text to us. */
const SCRIPT_OF_NGINX = "const TOKEN_SCRIPT = `import fs from 'fs';";

test('One file outside src/app knows where it stands, and no more than that', () => {
  const placed = SOURCES.filter(
    ({ file, text }) => !file.startsWith('src/app/') && /__dirname|__filename|'node:path'/.test(text),
  );
  expect(placed.map(({ file }) => file)).toEqual([OWN_PLACE[0]]);
  expect(placed[0]!.text).toContain(OWN_PLACE[1]);
});

test.each([
  'const now = Date.now();',
  'const now = new Date();',
  'const now = Temporal.Now.instant();',
  'const die = Math.random() * 6;',
  'const home = process.env.HOME;',
  "import { readFileSync } from 'node:fs';",
  "import { tmpdir } from 'os';",
])('A file that is not pure is noticed: %s', (code) => expect(code).toMatch(IMPURE));
