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
  examinee: 'k7dn4',
  quiet: 'n3wt8',
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
  /** Sits an exam, in which lab2 may be worked on. */
  examinee: 'gita.rao@example.edu',
  /** In quiet hours. */
  quiet: 'hugo.lindt@example.edu',
  instructor: 'ines.duarte@example.edu',
  ta: 'lin.wei@example.edu',
} as const;

export type Person = keyof typeof PEOPLE;

/** Workflows of repositories on GitHub, by whose place they deploy into. */
export const WORKFLOWS = {
  workflow: PLACES.student,
  'held workflow': PLACES.held,
} as const;

export type Workflow = keyof typeof WORKFLOWS;

/** What a workflow deploys as, as the API knows it. */
export const deployerOf = (workflow: Workflow): string =>
  `deploy-${WORKFLOWS[workflow]}@fence-s27-c1.iam.gserviceaccount.com`;

/**
 * Who acts: a person; a workflow; what runs in the student's pods, with the token that Kubernetes gives it; or a toolkit's
 * operator, which may write anything anywhere and writes what the student wishes.
 */
export type Actor = Person | Workflow | 'pod' | 'operator' | Program;

/** Programs of the staff's that scale by the clock, with what their accounts may do. */
export const PROGRAMS = ['class-hours', 'place-sleep', 'toolkit-windows'] as const;
export type Program = (typeof PROGRAMS)[number];

/** Account of such a program, as the API knows it. */
export const accountOf = (program: string): string => `system:serviceaccount:practicum-monitoring:${program}`;

/** Service account of the toolkit's operator. */
export const OPERATOR = { namespace: 'practicum-system', name: 'toolkit-operator' } as const;

const DOMAIN = 'fence.example.edu';

/** Host that routes of a place may name. */
export const hostOf = (place: Place): string => `${place}.${DOMAIN}`;

/** Image of a place's own repository. */
export const ownImage = (place: Place, name: string): string =>
  `us-west1-docker.pkg.dev/fence-s27-c1/${place}/${name}`;
