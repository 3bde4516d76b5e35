import fc from 'fast-check';
import type { Email } from '../../src/core/domain/ids';
import { EMAIL } from '../../src/core/domain/ids';
import type { TenantKey } from '../../src/core/ledger/ledger';
import { keyText } from '../../src/core/ledger/ledger';

/** Local parts that make handles hard: near doubles, reserved and refused words, digits, signs, extremes. */
export const HOSTILE_LOCALS = [
  'a', 'A.', 'a-', '1', '42', '42kim', '0x', "o'brien", 'o.brien', 'obrien', 'o-brien', 'o_brien', 'li.wei', 'li.wei+w255',
  'li.wei+lab', 'liwei', 'admin', 'default', 'grafana', 'labs', 'www', 'root', 'test', 'kube', 'kube-system', 'gke-x', 'goog',
  'google', 'j.googins', 'passler', 'k.passler', 'null', 'nullnull', 'undefined', 'ssl', 'sssl', 'sslssl', 'gogoogleogle',
  'practicum', 'istio', 'c1', 'c2', 'c99', 'c-1', 's-c1', 's', 's.', 's-admin', 'team', 'team-kestrel', 'knative.dev',
  `${'l'.repeat(64)}`, `${'ab.'.repeat(21)}z`, `featherstonehaugh-cholmondeley`, 'featherstonehaugh-cholmondeleyx', 'x.y', 'x-y',
  'a+b', '9+admin', "a''b", "1'''", '0..', 'z$#!', 'aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaa-', 'amara.okafor',
] as const; // prettier-ignore

/** Team names that make handles hard. */
export const HOSTILE_TEAMS = [
  'Kestrel', 'kestrel 2', 'Team Kestrel', 'TEAM-kestrel', 'team', 'Team 1', '1', 'Иван', '김지우', 'Æ', 'Łódź', 'Zoë', 'Google',
  'ssl', 'null', 'A very long name for a team of four people', 'a'.repeat(40), 'Barn Owl', 'barn.owl', 'barn_owl', '２',
  '\u{1D400}'.repeat(40),
] as const; // prettier-ignore

const locals = fc
  .oneof(
    fc.constantFrom(...HOSTILE_LOCALS),
    fc.string({ unit: fc.constantFrom(..."abcgklnolsu019.+-_'"), minLength: 1, maxLength: 64 }),
  )
  .map((local) => local.toLowerCase());

const students = locals
  .map((local) => `${local}@example.edu`)
  .filter((address) => EMAIL.pattern.test(address));

const teams = fc
  .oneof(
    fc.constantFrom(...HOSTILE_TEAMS),
    fc.string({ unit: fc.constantFrom(...'abcgklnos 019.-_éИ'), minLength: 1, maxLength: 40 }),
  )
  .filter((team) => /^[\p{L}\p{N}]/u.test(team));

/** Tenants of one cohort, each once. */
export const tenantKeys = (maxLength: number): fc.Arbitrary<TenantKey[]> =>
  fc.uniqueArray(
    fc.oneof(
      { weight: 3, arbitrary: students.map((student): TenantKey => ({ student: student as Email })) },
      { weight: 1, arbitrary: teams.map((team): TenantKey => ({ team })) },
    ),
    { maxLength, selector: keyText },
  );

/** The same items in any order. */
export const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });
