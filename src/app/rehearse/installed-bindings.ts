import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseBinding } from '../../rehearsal/schema/parse-binding';
import type { BlockSchema, ProviderSchema } from '../../rehearsal/schema/block-schema';

/** A prebuilt provider package that is installed. */
interface Binding {
  readonly package: string;
  /** What the types of the provider begin with. */
  readonly prefix: string;
  readonly style: 'blocks' | 'attributes';
}

const BINDINGS = {
  github: { package: '@cdktf/provider-github', prefix: 'github', style: 'blocks' },
  google: { package: '@cdktf/provider-google', prefix: 'google', style: 'blocks' },
  helm: { package: '@cdktf/provider-helm', prefix: 'helm', style: 'attributes' },
} as const satisfies Record<string, Binding>;

export type BindingName = keyof typeof BINDINGS;

/** Types of resources and data sources whose schemas are wanted. */
export interface WantedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/**
 * The schema of a provider as far as it is wanted, from the binding that the stacks are written with. A type that the
 * binding does not have is left out: Terraform then says that there is no such type.
 */
export function installedSchema(name: BindingName, wanted: WantedTypes): ProviderSchema {
  const binding = BINDINGS[name];
  const library = join(dirname(require.resolve(`${binding.package}/package.json`)), 'lib');
  const schemas = (types: readonly string[], folderOf: (type: string) => string): Map<string, BlockSchema> =>
    new Map(
      [...new Set(types)].sort().flatMap((type) => {
        const folder = join(library, folderOf(type));
        return existsSync(folder) ? [[type, schemaIn(folder, binding.style)] as const] : [];
      }),
    );
  const kebab = (type: string): string => type.slice(binding.prefix.length + 1).replaceAll('_', '-');
  return {
    provider: schemaIn(join(library, 'provider'), binding.style),
    resources: schemas(wanted.resources, kebab),
    dataSources: schemas(wanted.dataSources, (type) => `data-${binding.prefix}-${kebab(type)}`),
  };
}

/** What was parsed already: an installed package does not change while it is used. */
const parsed = new Map<string, BlockSchema>();

function schemaIn(folder: string, style: Binding['style']): BlockSchema {
  const known = parsed.get(folder);
  if (known !== undefined) return known;
  const schema = parseBinding(sourceIn(folder), style);
  parsed.set(folder, schema);
  return schema;
}

/** The TypeScript of all files of a folder, as one text. */
function sourceIn(folder: string): string {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => originalSource(readFileSync(join(folder, file), 'utf8')));
  return sources.join('\n');
}

const SOURCE_MAP = /sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,(\S+)/;

/** The TypeScript that a compiled file was made of, which it carries along. */
function originalSource(compiled: string): string {
  const map = SOURCE_MAP.exec(compiled)?.[1];
  if (map === undefined) return '';
  const { sourcesContent } = JSON.parse(Buffer.from(map, 'base64').toString()) as {
    readonly sourcesContent?: readonly string[];
  };
  return sourcesContent?.[0] ?? '';
}
