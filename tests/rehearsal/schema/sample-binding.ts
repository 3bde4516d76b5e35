/** One argument as a binding's descriptor of Terraform's language writes it. */
const argument = (name: string, isBlock: boolean, type: string, storageClass: string): string => `
    ${name}: {
      value: toHcl(struct!.${name}),
      isBlock: ${isBlock},
      type: "${type}",
      storageClassType: "${storageClass}",
    },`;

type Use = 'required' | 'optional' | 'computed' | 'optional computed';

/** One member of a class of a binding, with the field or getter that tells its type. */
const member = (name: string, use: Use, source: string): string =>
  `  // ${name} - computed: ${use.endsWith('computed')}, optional: ${use.startsWith('optional')}, required: ${use === 'required'}\n${source}\n`;

export interface SampleMember {
  readonly name: string;
  readonly use: Use;
  /** Text of the field and getter. */
  readonly source: string;
  /** What the descriptor says; none for what no configuration can give. */
  readonly hcl?: readonly [isBlock: boolean, type: string, storageClass: string];
}

export interface SampleClass {
  readonly name: string;
  readonly base: 'ComplexObject' | 'TerraformResource' | 'TerraformDataSource' | 'TerraformProvider';
  readonly members: readonly SampleMember[];
}

/** Original TypeScript of an invented binding, in the layout of the prebuilt ones. */
export function sampleBinding(...classes: readonly SampleClass[]): string {
  return classes.map(classText).join('\n');
}

function classText({ name, base, members }: SampleClass): string {
  const body = members.map((each) => member(each.name, each.use, each.source)).join('\n');
  const given = members.flatMap((each) => (each.hcl === undefined ? [] : [argument(each.name, ...each.hcl)]));
  const nested = base === 'ComplexObject';
  const struct = name.replace(/OutputReference$/, '');
  const written = `export function ${struct[0]!.toLowerCase()}${struct.slice(1)}ToHclTerraform(struct?: any): any {
  const attrs = {${given.join('')}
  };
}
`;
  const own = `
  // =========
  // SYNTHESIS
  // =========

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {${given.join('')}
    };
  }
`;
  return `${nested ? written : ''}export class ${name} extends cdktf.${base} {
  private isEmptyObject = false;

${body}${nested ? '' : own}}
`;
}

export const text = (name: string, use: Use = 'optional'): SampleMember => ({
  name,
  use,
  source: `  public get ${name}() {\n    return this.getStringAttribute('${name}');\n  }`,
  ...(use === 'computed' ? {} : { hcl: [false, 'simple', 'string'] as const }),
});

/** A member that is made of another class: a list of many, or one. */
export const made = (
  name: string,
  use: Use,
  of: string,
  rest: Pick<SampleMember, 'hcl'> = {},
): SampleMember => ({
  name,
  use,
  source: `  private _${name} = new ${of};`,
  ...rest,
});
