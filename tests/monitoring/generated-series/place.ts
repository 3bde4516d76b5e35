/** What goes wrong in a place. */
export type Trouble =
  'none' | 'crash loop' | 'image pull' | 'pending' | 'unready' | 'near quota' | 'everything';

/** One tenant of the generated cell, with the load of W255's project. */
export interface Place {
  readonly namespace: string;
  readonly trouble: Trouble;
  /** Requests a second, from outside and through the Gateway. */
  readonly load: number;
  /** Seconds that a prediction takes on average. */
  readonly mean: number;
  /** Share of look-ups that Redis answers. */
  readonly hits: number;
}

const TROUBLES: Readonly<Record<number, Trouble>> = {
  0: 'everything',
  7: 'crash loop',
  8: 'crash loop',
  19: 'image pull',
  23: 'pending',
  31: 'unready',
  41: 'near quota',
};

/** Names of invented students: a letter each for a given name and a family name, in all combinations. */
const GIVEN = ['amara', 'bo', 'chen', 'dara', 'emil', 'farah', 'goran', 'hana', 'ines', 'jonas'];
const FAMILY = ['okafor', 'lind', 'wei', 'nowak', 'silva', 'haddad'];

/** Sixty places, most of them well. */
export const PLACES: readonly Place[] = FAMILY.flatMap((family) =>
  GIVEN.map((given) => `${given}-${family}`),
).map((namespace, at) => ({
  namespace,
  trouble: TROUBLES[at] ?? 'none',
  load: 10,
  mean: 0.15 + (at % 7) * 0.1,
  hits: 0.3 + (at % 5) * 0.15,
}));

/** The one that has all troubles at once. */
export const TROUBLED = PLACES[0]!;

/** One that has none. */
export const WELL = PLACES[1]!;

/** Whether a place has this trouble. */
export const has = ({ trouble }: Place, asked: Trouble): boolean =>
  trouble === asked || trouble === 'everything';
