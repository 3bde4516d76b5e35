import type { BlockSchema } from '../schema/block-schema';
import { differences, sameAt, sameBlock } from '../values/same-value';
import type { Attributes, Value } from '../values/value';
import { isList, isRecord } from '../values/value';
import { withComputed, withDefaults } from './computed-values';
import type { ResourceKind } from './resource-kind';

/** What the provider says of a change before it is made. */
export interface PlannedChange {
  readonly planned: Attributes;
  /** Top-level names of what cannot change in place. */
  readonly replaces: readonly string[];
}

/** What Terraform asks about: what it remembers, what the configuration and its memory give together. */
export interface ProposedChange {
  readonly prior: Attributes | null;
  readonly proposed: Attributes;
  readonly config: Attributes;
  readonly provider: Attributes;
}

/** Plans a creation or an update, as the real provider's SDK does. */
export function planChange(kind: ResourceKind, schema: BlockSchema, change: ProposedChange): PlannedChange {
  const { prior, proposed, config, provider } = change;
  if (prior === null) {
    const planned = withComputed(proposed, schema, kind.defaults);
    return { planned: { ...planned, ...kind.plan(planned, provider) }, replaces: [] };
  }
  const kept = keepComputedBlocks(kind, prior, proposed, config);
  const wanted = fillFromPrior(withDefaults(kept, schema, kind.defaults), prior, schema);
  const changed = differences(prior, wanted, schema);
  if (changed.length === 0) return { planned: prior, replaces: [] };
  return {
    planned: { ...wanted, ...kind.plan(wanted, provider) },
    replaces: [
      ...new Set([
        ...kind.forceNew
          .filter((path) => !sameAt(prior, wanted, schema, path.split('.')))
          .map((path) => path.split('.')[0]!),
        ...(kind.replaceWhen?.(wanted, prior) ?? []),
      ]),
    ],
  };
}

/** Blocks that the provider fills by itself stay as they are when the configuration leaves them out. */
function keepComputedBlocks(
  kind: ResourceKind,
  prior: Attributes,
  proposed: Attributes,
  config: Attributes,
): Attributes {
  const kept = kind.computedBlocks.filter((name) => {
    const given = config[name];
    return given === undefined || given === null || (isList(given) && given.length === 0);
  });
  return { ...proposed, ...Object.fromEntries(kept.map((name) => [name, prior[name] ?? null])) };
}

/** Inside blocks, what the configuration leaves to the provider stays what it was. */
function fillFromPrior(wanted: Attributes, prior: Attributes, schema: BlockSchema): Attributes {
  const plain = schema.attributes.map(({ name, computed }): [string, Value] => {
    const value = wanted[name] ?? null;
    return [name, value === null && computed ? (prior[name] ?? null) : value];
  });
  const blocks = schema.blocks.map(({ name, nesting, block }): [string, Value] => {
    const value = wanted[name];
    const before = prior[name];
    if (nesting === 'single' || !isList(value) || !isList(before)) return [name, value ?? null];
    return [
      name,
      value.map((each, index) => {
        if (!isRecord(each)) return each;
        const old =
          nesting === 'list' ? before[index] : before.find((other) => sameBlock(each, other, block));
        // What is new among them is computed as if it were created.
        return isRecord(old) ? fillFromPrior(each, old, block) : withComputed(each, block, {});
      }),
    ];
  });
  return Object.fromEntries([...plain, ...blocks]);
}
