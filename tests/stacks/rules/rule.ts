import type { Block } from '../terraform-output';

/** What a resource has to be, because Google or its provider refuses it otherwise. */
export interface Rule {
  readonly says: string;
  /** Types of resources that it is about. */
  readonly about: RegExp;
  readonly holds: (block: Block) => boolean;
  /** What the rule is there to find. */
  readonly broken: Block;
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
