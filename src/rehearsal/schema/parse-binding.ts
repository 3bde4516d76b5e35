import type { BindingClass, BindingMember, HclArgument } from './binding-classes';
import { bindingClasses } from './binding-classes';
import type { AttributeSchema, AttributeType, BlockSchema, NestedBlockSchema } from './block-schema';

/** How a provider writes what stands inside a resource: as blocks (SDK), or as attributes (framework). */
export type ProviderStyle = 'blocks' | 'attributes';

/**
 * Schema of a resource, data source or provider from the original TypeScript of its prebuilt binding.
 * Throws on a shape that it does not know: a schema with holes would accept what the real one refuses.
 */
export function parseBinding(source: string, style: ProviderStyle): BlockSchema {
  const classes = bindingClasses(source);
  const top = [...classes.values()].find(({ name }) =>
    new RegExp(`^export class ${name} extends cdktf\\.Terraform(Resource|DataSource|Provider) `, 'm').test(
      source,
    ),
  );
  if (top === undefined) throw new Error('The binding has no class of a resource, data source or provider');
  const { attributes, blocks } = new Parser(classes, style).block(top);
  if (!source.includes(`class ${top.name} extends cdktf.TerraformProvider`)) return { attributes, blocks };
  // A provider writes its alias as an argument; to Terraform it is a word of the language.
  return { attributes: attributes.filter(({ name }) => name !== 'alias'), blocks };
}

/** A nested class that a member is made of. */
interface Nested {
  readonly class: BindingClass;
  readonly list: boolean;
  readonly set: boolean;
}

class Parser {
  constructor(
    private readonly classes: ReadonlyMap<string, BindingClass>,
    private readonly style: ProviderStyle,
  ) {}

  block(of: BindingClass): BlockSchema {
    const attributes: AttributeSchema[] = [];
    const blocks: NestedBlockSchema[] = [];
    for (const member of of.members) {
      const hcl = of.arguments.get(member.name);
      const nested = this.nested(member, of);
      if (nested !== undefined && this.isBlock(member, hcl))
        blocks.push(this.nestedBlock(member, nested, hcl!));
      else attributes.push(this.attribute(member, hcl, nested));
    }
    return { attributes: sorted(attributes), blocks: sorted(blocks) };
  }

  /** Blocks that only the provider fills are attributes of a list of objects to Terraform. */
  private isBlock(member: BindingMember, hcl: HclArgument | undefined): boolean {
    return hcl?.isBlock === true && (this.style === 'blocks' || member.name === 'timeouts');
  }

  private nestedBlock(member: BindingMember, nested: Nested, hcl: HclArgument): NestedBlockSchema {
    const nesting = hcl.type === 'struct' ? 'single' : nested.set ? 'set' : 'list';
    return {
      name: member.name,
      nesting,
      minItems: member.required && nesting !== 'single' ? 1 : 0,
      maxItems: nesting !== 'single' && !nested.list ? 1 : 0,
      block: this.block(nested.class),
    };
  }

  private attribute(
    member: BindingMember,
    hcl: HclArgument | undefined,
    nested: Nested | undefined,
  ): AttributeSchema {
    const { name, required, computed } = member;
    // What no configuration can give is the provider's, whatever the binding offers.
    const use = { name, required, computed, optional: member.optional && hcl !== undefined };
    if (nested === undefined) return { ...use, type: plainType(member, hcl) };
    const inner = this.block(nested.class);
    if (this.style === 'blocks') return { ...use, type: [nested.set ? 'set' : 'list', objectType(inner)] };
    const nesting = nested.set ? 'set' : nested.list ? 'list' : 'single';
    return { ...use, nested: { nesting, attributes: inner.attributes } };
  }

  private nested(member: BindingMember, of: BindingClass): Nested | undefined {
    const made = /= new (\w+?)(List|OutputReference|Map)\(this, "\w+"(?:, (true|false))?\)/.exec(
      member.source,
    );
    const hcl = of.arguments.get(member.name);
    const plainStruct = made === null && hcl?.isBlock === true;
    if (made === null && !plainStruct) return undefined;
    if (made?.[1] === 'cdktf.String' || made?.[1] === 'String') return undefined;
    const base = made?.[1] ?? hcl!.storageClass.replace(/List$/, '');
    const found = this.classes.get(`${base}OutputReference`) ?? this.classes.get(base);
    if (found === undefined) throw new Error(`${of.name}.${member.name}: the binding has no class ${base}`);
    return {
      class: found,
      list: made === null ? hcl!.type !== 'struct' : made[2] === 'List',
      set: made?.[3] === 'true' || hcl?.type === 'set',
    };
  }
}

const GETTERS: readonly (readonly [pattern: RegExp, type: AttributeType])[] = [
  [/Fn\.tolist\(this\.getNumberListAttribute/, ['set', 'number']],
  [/Fn\.tolist\(this\.getListAttribute/, ['set', 'string']],
  [/getStringAttribute\(/, 'string'],
  [/getNumberAttribute\(/, 'number'],
  [/getBooleanAttribute\(/, 'bool'],
  [/getNumberListAttribute\(/, ['list', 'number']],
  [/getListAttribute\(/, ['list', 'string']],
  [/getStringMapAttribute\(|new cdktf\.StringMap\(/, ['map', 'string']],
  [/new cdktf\.StringMapList\(/, ['list', ['map', 'string']]],
];

const STORAGE: Readonly<Record<string, AttributeType>> = {
  string: 'string',
  number: 'number',
  boolean: 'bool',
  stringList: ['list', 'string'],
  numberList: ['list', 'number'],
  stringMap: ['map', 'string'],
};

function plainType(member: BindingMember, hcl: HclArgument | undefined): AttributeType {
  const got = GETTERS.find(([pattern]) => pattern.test(member.source))?.[1];
  const type = got ?? (hcl === undefined ? undefined : STORAGE[hcl.storageClass]);
  if (type === undefined) throw new Error(`Attribute ${member.name} has a type that is not known`);
  return hcl?.type === 'set' && Array.isArray(type) ? ['set', type[1] as AttributeType] : type;
}

function objectType({ attributes, blocks }: BlockSchema): AttributeType {
  const entries: (readonly [string, AttributeType])[] = [
    ...attributes.map(({ name, type }) => [name, type ?? 'dynamic'] as const),
    ...blocks.map(({ name, nesting, block }) => {
      const inner = objectType(block);
      return [name, nesting === 'single' ? inner : ([nesting, inner] as const)] as const;
    }),
  ];
  return ['object', Object.fromEntries(entries)];
}

const sorted = <T extends { readonly name: string }>(each: readonly T[]): readonly T[] =>
  [...each].sort((a, b) => (a.name < b.name ? -1 : 1));
