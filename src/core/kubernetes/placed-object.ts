import type { Fields } from './hardened-pod';

/** An object that stands in a place. The namespace is written by who places it. */
export interface PlacedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Fields of an object below `spec`. */
export const specOf = ({ spec }: PlacedObject): Fields => (spec ?? {}) as Fields;
