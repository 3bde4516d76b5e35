import type {
  AttributeSchema,
  BlockSchema,
  NestedBlockSchema,
} from '../../../src/rehearsal/schema/block-schema';

/** A schema in lines: `name: required string`, `rule: list of 0-1 {`, so that a test can say what it expects. */
export function schemaLines({ attributes, blocks }: BlockSchema, indent = ''): readonly string[] {
  return [
    ...attributes.map((each) => `${indent}${attributeLine(each)}`),
    ...blocks.flatMap((each) => [`${indent}${blockLine(each)}`, ...schemaLines(each.block, `${indent}  `)]),
  ];
}

/** The lines of the blocks and attributes with these names alone, without what is inside them. */
export function linesAbout(
  { attributes, blocks }: BlockSchema,
  ...names: readonly string[]
): readonly string[] {
  return [...attributes.map(attributeLine), ...blocks.map(blockLine)].filter((line) =>
    names.includes(line.split(':')[0]!),
  );
}

/** The block at a path such as `node_config.taint`. */
export function blockOf(schema: BlockSchema, path: string): BlockSchema {
  return path.split('.').reduce((inside, name) => {
    const found = inside.blocks.find((each) => each.name === name);
    if (found === undefined) throw new Error(`There is no block ${name}`);
    return found.block;
  }, schema);
}

function attributeLine({ name, type, nested, ...use }: AttributeSchema): string {
  const uses = (['required', 'optional', 'computed'] as const).filter((each) => use[each]).join(' ');
  if (nested === undefined)
    return `${name}: ${uses} ${typeof type === 'string' ? type : JSON.stringify(type)}`;
  return `${name}: ${uses} ${nested.nesting} { ${nested.attributes.map(attributeLine).join(', ')} }`;
}

function blockLine({ name, nesting, minItems, maxItems }: NestedBlockSchema): string {
  return `${name}: ${nesting}${nesting === 'single' ? '' : ` of ${minItems}-${maxItems === 0 ? 'many' : maxItems}`} {`;
}
