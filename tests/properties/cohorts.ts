import fc from 'fast-check';
import type { Tier } from '../../src/core/config/cohort.schema';
import { TIERS } from '../../src/core/config/cohort.schema';
import { EMAIL } from '../../src/core/domain/ids';

/** A row of a roster, as a person might write it. */
export interface Row {
  readonly email: string;
  readonly name: string;
  readonly team?: string;
  readonly github?: string;
}

/** A cohort as its files say it, before anything is read. */
export interface CohortCase {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly tier: Tier;
  /** Tiers of single students, by the index of their row. */
  readonly tiers: Readonly<Record<number, Tier>>;
  readonly teams: boolean;
  readonly assistants: boolean;
  readonly stateInBucket: boolean;
  /** Whether alerts are written to people. */
  readonly mail: boolean;
  /**
   * Budgets of single students in US dollars, by the index of their row.
   * @default - everybody has the usual one
   */
  readonly budgets?: Readonly<Record<number, number>>;
  /** Small, so that a few students are several shards and cells. */
  readonly capacity: { readonly tenantsPerShard: number; readonly tenantsPerCell: number };
}

/** Local parts that are awkward as a name of something: reserved, split, shortened, or alike but for punctuation. */
const AWKWARD_LOCAL_PARTS = [
  'a', '1', '42kim', 'admin', 'kube-system', 'default', 'c1', 'c2', 'null', 'google', 'gke.user', 'practicum',
  'li.wei', 'li-wei', 'liwei', 'li.wei+w255', 'li_wei', "o'brien", "o''brien", 'x--y', 'x.-.y', '9$', 'a&b', 'a=b',
  'services', 'amara-services', 'amara', 'cell-1', 'shard-1-01', 'state', 'zone', 'cluster', 'connection', 'own',
  'resource', 'backend', 'constructor', 'proto__', 'tostring', 'e+1e+289', 'a#b', 'a/b', 'a..b', 'a*', 'true', 'yes',
  'a${path.cwd}', 'b%{c}d', 'e{{f}}',
  'very-long-local-part-number-one', 'very-long-local-part-number-two', 'very.long.local.part.number.three',
]; // prettier-ignore

const AWKWARD_NAMES = [
  'Æ', '李伟', 'O’Keefe, Tomás', '"Bobby"; DROP TABLE', '{{ .Values }}', '{{- end }}', '${path.cwd}', '%{ if true }',
  '=1+1', '- x', 'a: b # c', 'null', '~', '\\n', '<b>', "' or 1=1",
]; // prettier-ignore

const AWKWARD_TEAMS = ['Kestrel', 'kestrel', 'Team Kestrel', 'Ω', '1', 'null', 'admin', 'a.b', 'a-b', 'kube'];

const localPart = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...AWKWARD_LOCAL_PARTS) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,40}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{2,9}[._-][a-z]{2,9}$/) },
);

const row = (teams: boolean): fc.Arbitrary<Row> =>
  fc
    .record({
      local: localPart,
      domain: fc.constantFrom('example.edu', 'students.example.edu'),
      name: fc.oneof(fc.constantFrom(...AWKWARD_NAMES), fc.constantFrom('Amara Okafor', 'Dai Nguyen')),
      team: teams ? fc.option(fc.constantFrom(...AWKWARD_TEAMS), { nil: undefined }) : fc.constant(undefined),
    })
    .map(({ local, domain, name, team }) => ({
      email: `${local}@${domain}`,
      name,
      ...(team === undefined ? {} : { team }),
    }))
    .filter(({ email }) => EMAIL.pattern.test(email));

const rows = (teams: boolean, min: number, max: number): fc.Arbitrary<readonly Row[]> =>
  fc.uniqueArray(row(teams), {
    minLength: min,
    maxLength: max,
    selector: ({ email }) => email.toLowerCase(),
  });

export interface Sizes {
  readonly min?: number;
  readonly max?: number;
  readonly capacity?: CohortCase['capacity'];
  /** @default - either */
  readonly teams?: boolean;
}

/** Cohorts of `min` to `max` students. */
export function cohorts({ min = 1, max = 7, capacity, teams }: Sizes = {}): fc.Arbitrary<CohortCase> {
  return (teams === undefined ? fc.boolean() : fc.constant(teams)).chain((withTeams) =>
    fc.record({
      id: fc.constantFrom('w255', 'w255-spring27', 'abc-def-ghi-j', 'lab9'),
      rows: rows(withTeams, min, max),
      tier: fc.constantFrom(...TIERS),
      tiers: fc.dictionary(fc.nat(max).map(String), fc.constantFrom(...TIERS), { maxKeys: 4 }),
      teams: fc.constant(withTeams),
      assistants: fc.boolean(),
      stateInBucket: fc.boolean(),
      mail: fc.boolean(),
      capacity: capacity === undefined ? smallCapacity : fc.constant(capacity),
    }),
  );
}

const smallCapacity = fc
  .record({ tenantsPerShard: fc.integer({ min: 2, max: 4 }), shards: fc.integer({ min: 2, max: 3 }) })
  .map(({ tenantsPerShard, shards }) => ({ tenantsPerShard, tenantsPerCell: tenantsPerShard * shards }));

/** A student whom no generated cohort has. */
export const NEWCOMER: Row = { email: 'mid.newcomer@late.example.edu', name: 'Noor Late' };
