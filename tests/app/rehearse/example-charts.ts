import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE_DEFAULTS } from '../../../src/rehearsal/helm/release-attributes';
import type { Attributes, Value } from '../../../src/rehearsal/values/value';
import { isList, isRecord } from '../../../src/rehearsal/values/value';
import { run } from '../recorded-terminal';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

/** A release of an example, with the name of the cluster that it is for. */
export interface ExampleRelease {
  readonly cluster: string;
  readonly release: Attributes;
}

/** Folder of Terraform output of an example. */
export async function synthesised(example: string): Promise<string> {
  const out = join(temporaryFolder(), 'dist');
  const { code, err } = await run(
    'synth',
    '--cohort',
    copyOfExample(example, { ledger: true }),
    '--out',
    out,
  );
  if (code !== 0) throw new Error(err);
  return join(out, 'terraform');
}

/** All releases of an output, in the order in which they depend on each other. */
export function releasesIn(terraform: string): readonly ExampleRelease[] {
  return readdirSync(join(terraform, 'stacks'))
    .sort()
    .map(
      (stack) =>
        JSON.parse(readFileSync(join(terraform, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as Attributes,
    )
    .flatMap(releasesOf)
    .sort((one, other) => Number(isServices(other)) - Number(isServices(one)));
}

const isServices = ({ release }: ExampleRelease): boolean => release['name'] === 'practicum-services';

function releasesOf(stack: Attributes): readonly ExampleRelease[] {
  const releases = at(stack, 'resource', 'helm_release') as Attributes | undefined;
  return Object.values(releases ?? {})
    .filter(isRecord)
    .map((release) => ({ cluster: clusterOf(stack, release), release: { ...RELEASE_DEFAULTS, ...release } }));
}

/** Name of the cluster whose endpoint a release's provider has. */
function clusterOf(stack: Attributes, release: Attributes): string {
  const providers = at(stack, 'provider', 'helm') as Value | undefined;
  const alias = String(release['provider'] ?? '').replace('helm.', '');
  const provider = (isList(providers) ? providers : [])
    .filter(isRecord)
    .find((each) => (each['alias'] ?? '') === alias);
  const host = String(at(provider ?? {}, 'kubernetes', 'host'));
  const data = /data\.google_container_cluster\.([^.]+)\./.exec(host)?.[1] ?? '';
  return String(at(stack, 'data', 'google_container_cluster', data, 'name'));
}

const at = (value: Attributes, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Attributes | undefined)?.[name], value);
