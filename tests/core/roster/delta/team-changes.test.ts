import type { Student } from '../../../../src/core/roster/roster';
import { valueOf } from '../../outcomes';
import { applied, ledgerOf, places, student, told } from './a-class';

const KESTREL = ['ada', 'bo', 'cy', 'dee'].map((who) => student(`${who} Kestrel`));
const HERON = ['eve', 'fay'].map((who) => student(`${who} Heron`));
const TEAMS = [...KESTREL, ...HERON];
const inTeam = (students: readonly Student[], ...teams: readonly string[]): readonly Student[] =>
  students.map((each, index) => ({ ...each, team: teams[index % teams.length]! }));

describe('A team', () => {
  test('with another name and the same members keeps its place', () => {
    const change = valueOf(applied({ before: TEAMS, after: [...inTeam(KESTREL, 'Falcon'), ...HERON] }));
    expect(told(change)).toEqual(['renamed team-kestrel Falcon']);
    expect(change.teams).toMatchObject([
      { kind: 'renamed', name: 'Falcon', stayed: 4, were: 4, ambiguous: false },
    ]);
  });

  test('that is formed gets a place, and one that nobody is in is held', () => {
    const change = valueOf(
      applied({ before: TEAMS, after: [...KESTREL, ...inTeam(HERON, 'Kestrel'), student('gil Owl')] }),
    );
    expect(told(change)).toEqual([
      'held team-heron',
      'enrolled gil gil@example.edu',
      'enrolled team-owl Owl',
    ]);
    expect(change.teams.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'held Heron',
      'members Kestrel',
      'formed Owl',
    ]);
  });

  test('that is split goes on with the part that most are in', () => {
    const change = valueOf(
      applied({
        before: TEAMS,
        after: [...inTeam(KESTREL.slice(0, 1), 'Alpha'), ...inTeam(KESTREL.slice(1), 'Beta'), ...HERON],
      }),
    );
    expect(told(change)).toEqual(['renamed team-kestrel Beta', 'enrolled team-alpha Alpha']);
    expect(change.teams).toContainEqual(
      expect.objectContaining({ kind: 'renamed', name: 'Beta', ambiguous: true, stayed: 3 }),
    );
  });

  test('that is halved goes on with the part first by name, or as somebody says', () => {
    const after = [...inTeam(KESTREL.slice(0, 2), 'Beta'), ...inTeam(KESTREL.slice(2), 'Alpha'), ...HERON];
    expect(told(valueOf(applied({ before: TEAMS, after })))[0]).toBe('renamed team-kestrel Alpha');
    const teams = new Map([['Kestrel', 'Beta']]);
    expect(told(valueOf(applied({ before: TEAMS, after, told: { teams } })))[0]).toBe(
      'renamed team-kestrel Beta',
    );
  });

  test('that is merged into a new one gives it the place of the larger, and the other is held', () => {
    const change = valueOf(applied({ before: TEAMS, after: inTeam(TEAMS, 'Flock') }));
    expect(told(change)).toEqual(['renamed team-kestrel Flock', 'held team-heron']);
  });

  test('whose name stays keeps its place, though most went elsewhere', () => {
    const after = [...KESTREL.slice(0, 1), ...inTeam(KESTREL.slice(1), 'Falcon'), ...HERON];
    expect(told(valueOf(applied({ before: TEAMS, after })))).toEqual(['enrolled team-falcon Falcon']);
  });

  test('that comes back has its place again, and places of its members stay all the time', () => {
    const merged = valueOf(applied({ before: TEAMS, after: [...KESTREL, ...inTeam(HERON, 'Kestrel')] }));
    const back = valueOf(
      applied({ before: [...KESTREL, ...inTeam(HERON, 'Kestrel')], after: TEAMS, ledger: merged.ledger }),
    );
    expect(told(back)).toEqual(['returned team-heron']);
    expect(places(back.ledger)).toEqual(places(ledgerOf(TEAMS)));
  });
});
