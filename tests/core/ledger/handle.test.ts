import fc from 'fast-check';
import type { Email, Handle } from '../../../src/core/domain/ids';
import { HANDLE } from '../../../src/core/domain/ids';
import { RESTRICTED_WORDS, isReservedHandle } from '../../../src/core/domain/names';
import { handleForStudent, handleForTeam, handleKey } from '../../../src/core/ledger/handle';
import { HOSTILE_LOCALS, HOSTILE_TEAMS, tenantKeys } from '../invented-people';

const student = (local: string, taken: readonly string[] = []): Handle =>
  handleForStudent(`${local.toLowerCase()}@example.edu` as Email, new Set(taken.map(handleKey)));
const team = (name: string, taken: readonly string[] = []): Handle =>
  handleForTeam(name, new Set(taken.map(handleKey)));

function expectUsable(handle: string): void {
  expect(handle).toMatch(HANDLE.pattern);
  expect(handle.length).toBeLessThanOrEqual(16);
  expect(isReservedHandle(handle)).toBe(false);
  expect(RESTRICTED_WORDS.filter((word) => handle.includes(word))).toEqual([]);
}

test.each([
  ['amara.okafor', 'amara-okafor'],
  ["o'brien.maeve", 'obrien-maeve'],
  ['d_angelo', 'd-angelo'],
  ['a', 'a'],
  ['42kim', 's-42kim'],
  ['li.wei+w255', 'li-wei'],
  ['admin', 's-admin'],
  ['grafana', 's-grafana'],
  ['c1', 's-c1'],
  ['kube-system', 's-kube-system'],
  ['j.googins', 'j-go-ogins'],
  ['k.passler', 'k-pass-ler'],
  ['christopher.montgomery', 'christopher-mont'],
  ['abcdefghijklmno.p', 'abcdefghijklmno'],
  ['l'.repeat(64), 'l'.repeat(16)],
])('The student %s has the handle %s', (local, handle) => expect(student(local)).toBe(handle));

test.each([
  ['Kestrel', 'team-kestrel'],
  ['Team Kestrel', 'team-kestrel'],
  ['TEAM_kestrel', 'team-kestrel'],
  ['Łódź', 'team-odz'],
  ['Zoë & Bo', 'team-zoe-bo'],
  ['Иван', 'team'],
  ['team', 'team'],
  ['Barn Owl of the North', 'team-barn-owl-of'],
])('The team %s has the handle %s', (name, handle) => expect(team(name)).toBe(handle));

test('A handle that is taken gets a number, within its length', () => {
  expect(student('amara', ['amara'])).toBe('amara-2');
  expect(student('amara', ['amara', 'amara-2', 'amara-3'])).toBe('amara-4');
  expect(student('christopher.montgomerie', ['christopher-mont'])).toBe('christopher-mo-2');
  expect(team('김지우', ['team'])).toBe('team-2');
});

test('A handle is taken by one that differs in case and punctuation only', () => {
  expect(student('li.wei', ['liwei'])).toBe('li-wei-2');
  expect(student('a.2', ['a2'])).toBe('a-2-2');
  expect(handleKey('O-Brien_2')).toBe('obrien2');
});

test.each(HOSTILE_LOCALS)(
  'The handle of the student %s is legal, free and without a word that Google refuses',
  (local) => expectUsable(student(local)),
);
test.each(HOSTILE_TEAMS)(
  'The handle of the team %s is legal, free and without a word that Google refuses',
  (name) => expectUsable(team(name)),
);

test('Any set of tenants gets usable handles that differ in more than case and punctuation', () => {
  fc.assert(
    fc.property(tenantKeys(60), (keys) => {
      const taken = new Set<string>();
      for (const key of keys) {
        const handle =
          'student' in key ? handleForStudent(key.student, taken) : handleForTeam(key.team, taken);
        expectUsable(handle);
        expect(taken.has(handleKey(handle))).toBe(false);
        taken.add(handleKey(handle));
      }
    }),
    { numRuns: 200 },
  );
});

test('Three hundred students of one name all get handles', () => {
  const taken = new Set<string>();
  for (let n = 0; n < 300; n += 1) {
    const handle = handleForStudent('featherstonehaugh@example.edu' as Email, taken);
    expectUsable(handle);
    taken.add(handleKey(handle));
  }
  expect(taken.size).toBe(300);
});
