import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { byText } from '../../core/domain/sorting';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import type {
  ArchiveFile,
  Artifacts,
  ChartFile,
  KubernetesDocument,
  TerraformStack,
} from '../../prover/artifacts';
import type { Json } from '../../prover/json-value';
import { sha256Of } from '../charts/chart-archive';
import { STACK_FOLDERS } from '../output-directory';
import { clusterOfFile } from './cluster-of-file';
import type { KnownFields } from './read-manifest';
import { UnreadableOutput, readManifest } from './read-manifest';

/** Folders that a synthesis writes and a proof reads. */
const READ = ['k8s', 'terraform'] as const;

/** Everything that a synthesis wrote into `out`, or what is not there or cannot be read. */
export function readArtifacts(out: string, plan: CohortPlan): Outcome<Artifacts> {
  const problem = (file: string, message: string) => ({
    file: relative(process.cwd(), join(out, file)) || file,
    line: 1,
    column: 1,
    message,
    write: 'npx practicum synth',
  });
  const missing = READ.filter((folder) => !existsSync(join(out, folder)));
  if (missing.length > 0)
    return refuse(
      missing.map((folder) => problem(folder, 'there is no such folder: nothing was synthesised here')),
    );
  try {
    const texts = new Map(filesIn(out, 'k8s', '.k8s.yaml').map((file) => [file, textOf(out, file)]));
    return accept({
      kubernetes: documentsIn(texts, plan),
      charts: chartsIn(out, texts, plan),
      archives: archivesIn(out),
      terraform: stacksIn(out),
    });
  } catch (error) {
    if (!(error instanceof UnreadableOutput)) throw error;
    return refuse([problem(error.file, `this is not what a synthesis writes: ${error.reason}`)]);
  }
}

function documentsIn(texts: ReadonlyMap<string, string>, plan: CohortPlan): readonly KubernetesDocument[] {
  const known: KnownFields = new Map();
  return [...texts].flatMap(([file, text]) => {
    const cluster = clusterOfFile(plan, file) ?? '';
    return readManifest(file, text, known).map((object, index) => ({ cluster, file, index, object }));
  });
}

/** Charts beside the stacks, each with the plain file that says the same. */
function chartsIn(out: string, texts: ReadonlyMap<string, string>, plan: CohortPlan): readonly ChartFile[] {
  const plain = new Map([...texts].map(([file, text]) => [text, file]));
  return filesIn(out, join('terraform', 'stacks'), '/files/manifest.yaml').map((file) => {
    const [, , stack = '', ...inside] = file.split('/');
    const path = `./${inside.slice(0, -2).join('/')}`;
    const sameAs = plain.get(textOf(out, file));
    const cluster = sameAs === undefined ? undefined : clusterOfFile(plan, sameAs);
    return { stack, path, file, ...(sameAs && { sameAs }), ...(cluster && { cluster }) };
  });
}

/** Charts of others beside the stacks, each with its digest. */
const archivesIn = (out: string): readonly ArchiveFile[] =>
  filesIn(out, join('terraform', 'stacks'), '.tgz').map((file) => {
    const [, , stack = '', ...inside] = file.split('/');
    return { stack, path: `./${inside.join('/')}`, file, sha256: sha256Of(readFileSync(join(out, file))) };
  });

function stacksIn(out: string): readonly TerraformStack[] {
  return STACK_FOLDERS.flatMap((folder) => filesIn(out, join('terraform', folder), '/cdk.tf.json')).map(
    (file) => ({
      stack: file.split('/').at(-2)!,
      file,
      json: jsonOf(file, textOf(out, file)),
    }),
  );
}

function jsonOf(file: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new UnreadableOutput(file, (error as Error).message);
  }
}

const textOf = (out: string, file: string): string => readFileSync(join(out, file), 'utf8');

/** Paths of files under a folder, from `out`, with `/` between their parts. */
function filesIn(out: string, folder: string, end: string): readonly string[] {
  if (!existsSync(join(out, folder))) return [];
  return readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((file) => file.endsWith(end))
    .sort(byText(String));
}
