import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { ITerraformDependable } from 'cdktf';
import { TerraformLocal, TerraformResource, TerraformStack, Testing } from 'cdktf';
import { LabNetwork } from '../../../constructs/gcp/lab-network';
import { projectRef } from '../../../constructs/gcp/refs';

export type Block = Readonly<Record<string, unknown>>;

type Kind = 'resource' | 'data' | 'provider';

/** What Terraform is given for a stack. */
export class Synthesised {
  private readonly json: Readonly<Record<Kind, Readonly<Record<string, unknown>> | undefined>>;

  constructor(readonly text: string) {
    this.json = JSON.parse(text);
  }

  /** How many there are of each type, without what `standing` made. */
  counts(kind: 'resource' | 'data' = 'resource'): Readonly<Record<string, number>> {
    const types = Object.keys(this.json[kind] ?? {}).map(
      (type) => [type, this.all(type, kind).length] as const,
    );
    return Object.fromEntries(types.filter(([, count]) => count > 0));
  }

  /** All blocks of a type, in the order of their addresses. */
  all(type: string, kind: 'resource' | 'data' = 'resource'): Block[] {
    const blocks = Object.entries((this.json[kind]?.[type] ?? {}) as Readonly<Record<string, Block>>);
    return blocks.filter(([address]) => address !== 'standing').map(([, block]) => withoutMetadata(block));
  }

  /** The only block of a type. */
  one(type: string, kind: 'resource' | 'data' = 'resource'): Block {
    const blocks = this.all(type, kind);
    if (blocks.length !== 1) throw new Error(`${blocks.length} blocks of ${type}, not one`);
    return blocks[0]!;
  }

  /** The block of a type whose attribute has this value. */
  where(type: string, attribute: string, value: unknown): Block {
    const found = this.all(type).filter((block) => block[attribute] === value);
    if (found.length !== 1)
      throw new Error(`${found.length} blocks of ${type} with ${attribute} "${String(value)}", not one`);
    return found[0]!;
  }

  addresses(type: string): string[] {
    return Object.keys((this.json.resource?.[type] ?? {}) as object);
  }

  providers(name: string): Block[] {
    return (this.json.provider?.[name] ?? []) as Block[];
  }
}

function withoutMetadata(block: Block): Block {
  return Object.fromEntries(Object.entries(block).filter(([key]) => key !== '//'));
}

/** The output of a stack named `stack` that holds what `build` adds, with all validations run. */
export function synthConstruct(build: (stack: TerraformStack) => void): Synthesised {
  const stack = new TerraformStack(Testing.app(), 'stack');
  new GoogleProvider(stack, 'google');
  build(stack);
  return new Synthesised(Testing.synth(stack, true));
}

/** A value known only at apply: `${local.given_<name>}`. */
export function reference(stack: TerraformStack, name: string): string {
  const id = `given_${name}`;
  const known = stack.node.tryFindChild(id) as TerraformLocal | undefined;
  return (known ?? new TerraformLocal(stack, id, 'given')).asString;
}

export const aProject = (stack: TerraformStack) => projectRef(reference(stack, 'project'));

/** Something to depend on, at `terraform_data.standing`. */
export function standing(stack: TerraformStack): ITerraformDependable {
  return new TerraformResource(stack, 'standing', { terraformResourceType: 'terraform_data' });
}

export function aNetwork(stack: TerraformStack): LabNetwork {
  return new LabNetwork(stack, 'network', {
    project: aProject(stack),
    region: 'us-west1',
    nodesCidr: '10.0.0.0/20',
    podsCidr: '10.4.0.0/14',
    servicesCidr: '10.8.0.0/20',
    dependsOn: [],
  });
}
