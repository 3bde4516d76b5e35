import fc from 'fast-check';

/** Where a run of the program is killed: before anything was written, between roster and ledger, or after both. */
export type Crash = 'before' | 'between' | 'after';

/** Something that happens in a term; people and teams are counted among those that there are then. */
export type Step = { crash?: Crash } & (
  | { readonly kind: 'joins'; readonly team?: number }
  | { readonly kind: 'leaves' | 'comes back' | 'has a new address' | 'has a new name'; readonly who: number }
  | { readonly kind: 'moves'; readonly who: number; readonly team?: number }
  | { readonly kind: 'splits' | 'is renamed'; readonly team: number }
  | { readonly kind: 'merges'; readonly team: number; readonly into: number }
  | { readonly kind: 'is extended'; readonly who: number; readonly days: number }
  | { readonly kind: 'days pass'; readonly days: number }
  | { readonly kind: 'is destroyed' | 'is forgotten'; readonly who: number }
);

const index = fc.nat({ max: 30 });
const team = fc.nat({ max: 3 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('joins' as const), team }, { requiredKeys: ['kind'] }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('leaves' as const, 'comes back' as const), who: index }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('has a new address' as const, 'has a new name' as const), who: index }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('moves' as const), who: index, team }, { requiredKeys: ['kind', 'who'] }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('splits' as const, 'is renamed' as const), team }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merges' as const), team, into: team }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('is extended' as const), who: index, days: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 21 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('is destroyed' as const, 'is forgotten' as const), who: index }) },
); // prettier-ignore

/** A term: what happens, one after another, and where the program is killed meanwhile. */
export const terms: fc.Arbitrary<readonly Step[]> = fc.array(
  fc
    .tuple(step, fc.option(fc.constantFrom<Crash>('before', 'between', 'after'), { nil: undefined, freq: 4 }))
    .map(([happens, crash]) => (crash === undefined ? happens : { ...happens, crash })),
  { minLength: 3, maxLength: 10 },
);
