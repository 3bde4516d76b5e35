import { join } from 'node:path';

/** Folder of the cohort that the fence is tried with. */
export const COHORT = join(__dirname, 'cohort');

/** Namespaces of the cohort's places, by whose they are; the ledger fixes them. */
export const PLACES = {
  student: 'b3kq7',
  other: 'c8wn2',
  member: 'd4tz6',
  held: 'g5rp8',
  crowded: 'h2vk4',
  team: 'm6jq9',
} as const;

/** Namespace of a place. */
export type Place = (typeof PLACES)[keyof typeof PLACES];

/** People of the cohort, by what they are in it. */
export const PEOPLE = {
  student: 'amara.okafor@example.edu',
  other: 'bjork.g@example.edu',
  /** One of the two of the team. */
  member: 'chidi.obi@example.edu',
  held: 'emil.novak@example.edu',
  /** Has as many objects of each kind as the quota lets her have. */
  crowded: 'farah.nadir@example.edu',
  instructor: 'ines.duarte@example.edu',
  ta: 'lin.wei@example.edu',
} as const;

export type Person = keyof typeof PEOPLE;

/**
 * Who acts: a person; what runs in the student's pods, with the token that Kubernetes gives it; or a toolkit's
 * operator, which may write anything anywhere and writes what the student wishes.
 */
export type Actor = Person | 'pod' | 'operator';

/** Service account of the toolkit's operator. */
export const OPERATOR = { namespace: 'practicum-system', name: 'toolkit-operator' } as const;

const DOMAIN = 'fence.example.edu';

/** Host that routes of a place may name. */
export const hostOf = (place: Place): string => `${place}.${DOMAIN}`;

/** Image of a place's own repository. */
export const ownImage = (place: Place, name: string): string =>
  `us-west1-docker.pkg.dev/fence-s27-c1/${place}/${name}`;
