import type { Block } from './terraform-output';

/** What a resource has to be, because Google or its provider refuses it otherwise. */
export interface Rule {
  readonly says: string;
  /** Types of resources that it is about. */
  readonly about: RegExp;
  readonly holds: (block: Block) => boolean;
  /** What makes any block that holds to the rule one that does not: laid over it, deeply; `undefined` takes away. */
  readonly broken: Block;
}

/** `block` with `change` laid over it. */
export function changed(block: unknown, change: Block): Block {
  const isBlock = (value: unknown): value is Block =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const result: Record<string, unknown> = { ...(isBlock(block) ? block : {}) };
  for (const [key, value] of Object.entries(change)) {
    result[key] = isBlock(value) ? changed(result[key], value) : value;
  }
  return result;
}

/** The value under a path of keys, `a.b.0.c`; undefined where the path ends before. */
export function at(block: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Block | null | undefined)?.[key] ?? undefined, block);
}

/** True for an absent value and for one of the list. */
export const absentOr =
  (...allowed: readonly unknown[]) =>
  (value: unknown): boolean =>
    value === undefined || allowed.includes(value);

export const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value);

export const has = (block: unknown, path: string): boolean => at(block, path) !== undefined;

export const list = (block: unknown, path: string): readonly unknown[] =>
  (at(block, path) as readonly unknown[] | undefined) ?? [];

/** True for `${google_project.x.number}` and the like: known at apply, and not ours to check. */
export const isReference = matches(/^\$\{[^{}]+\}$/);
