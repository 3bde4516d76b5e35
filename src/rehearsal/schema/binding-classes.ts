import type { AttributeUse } from './block-schema';

/** One member of a class of a binding that stands for an attribute or a block. */
export interface BindingMember extends AttributeUse {
  /** Terraform's name. */
  readonly name: string;
  /** Text of the field and getter, which tells the type. */
  readonly source: string;
}

/** What HCL descriptors say of an argument: how Terraform's language writes it. */
export interface HclArgument {
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClass: string;
}

/** A class of a binding: a resource, a provider, or a block inside one. */
export interface BindingClass {
  readonly name: string;
  readonly members: readonly BindingMember[];
  /** Arguments that a configuration may give, by Terraform's name. */
  readonly arguments: ReadonlyMap<string, HclArgument>;
}

const CLASS = /^export (?:abstract )?class (\w+) extends cdktf\.(\w+) \{$/;
const INTERFACE = /^export interface (\w+) \{$/;
const HCL_FUNCTION = /^export function (\w+)ToHclTerraform\(/;
const MEMBER =
  /^ {2}\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)\n([\s\S]*?)(?=^ {2}\/\/ \w+ - computed|^ {2}\/\/ =====|(?![\s\S]))/gm;
const ARGUMENT =
  /^ +(\w+): \{\s*value: [^\n]*,\s*isBlock: (true|false),\s*type: "(\w+)",\s*storageClassType: "(\w+)",/gm;

/**
 * The classes in the original TypeScript of a prebuilt binding. The text is generated, so its layout is known:
 * a top-level declaration begins at the start of a line and ends with a brace there.
 */
export function bindingClasses(source: string): ReadonlyMap<string, BindingClass> {
  const functions = new Map<string, ReadonlyMap<string, HclArgument>>();
  const interfaces: { name: string; body: string }[] = [];
  const bodies: { name: string; body: string }[] = [];
  for (const { head, body } of declarations(source)) {
    const written = HCL_FUNCTION.exec(head)?.[1];
    if (written !== undefined) functions.set(written.toLowerCase(), hclArguments(body));
    const struct = INTERFACE.exec(head)?.[1];
    if (struct !== undefined) interfaces.push({ name: struct, body });
    const name = CLASS.exec(head)?.[1];
    if (name !== undefined) bodies.push({ name, body });
  }
  const classes = bodies.map(({ name, body }): BindingClass => {
    const struct = name.replace(/OutputReference$/, '').toLowerCase();
    const own = body.includes('synthesizeHclAttributes') ? hclArguments(body) : functions.get(struct);
    return { name, members: members(body), arguments: own ?? new Map() };
  });
  // What stands inside a provider's configuration has an interface and a function, and no class.
  const structs = interfaces.map(({ name, body }): BindingClass => {
    const known = functions.get(name.toLowerCase()) ?? new Map<string, HclArgument>();
    return { name, members: structMembers(body, [...known.keys()]), arguments: known };
  });
  return new Map([...structs, ...classes].map((each) => [each.name, each]));
}

function structMembers(body: string, names: readonly string[]): readonly BindingMember[] {
  return names.map((name) => {
    const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const required = new RegExp(`readonly ${camel}: `).test(body);
    return { name, required, optional: !required, computed: false, source: '' };
  });
}

function* declarations(source: string): Iterable<{ head: string; body: string }> {
  for (const match of source.matchAll(/^(export [^\n]*\{)\n([\s\S]*?)^\}/gm)) {
    yield { head: match[1]!, body: match[2]! };
  }
}

function members(body: string): readonly BindingMember[] {
  return [...body.matchAll(MEMBER)].map(([, name, computed, optional, required, source]) => ({
    name: name!,
    computed: computed === 'true',
    optional: optional === 'true',
    required: required === 'true',
    source: source!,
  }));
}

function hclArguments(body: string): ReadonlyMap<string, HclArgument> {
  return new Map(
    [...body.matchAll(ARGUMENT)].map(([, name, isBlock, type, storageClass]) => [
      name!,
      { isBlock: isBlock === 'true', type: type!, storageClass: storageClass! },
    ]),
  );
}
