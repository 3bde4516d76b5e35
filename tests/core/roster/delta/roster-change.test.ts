import fc from 'fast-check';
import type { Email } from '../../../../src/core/domain/ids';
import { placesOf } from '../../../../src/core/ledger/ledger';
import { formatLedger, parseLedger } from '../../../../src/core/ledger/ledger-file';
import { YamlSource } from '../../../../src/core/input/yaml-source';
import { valueOf } from '../../outcomes';
import { applied, ledgerOf, same, student, then, told } from './a-class';

const THREE = [student('ada'), student('bo'), student('cy')];

test('The same roster changes nothing', () => {
  const { events, students } = valueOf(applied({ before: THREE, after: THREE }));
  expect(events).toEqual([]);
  expect(students).toMatchObject({ joined: [], changed: [], returned: [], missing: [], active: 3 });
});

test('Who joins is enrolled, and who is missing is held, never destroyed', () => {
  const change = valueOf(applied({ before: THREE, after: [student('ada'), student('bo'), student('dee')] }));
  expect(told(change)).toEqual(['held cy', 'enrolled dee dee@example.edu']);
  expect(change.students.joined.map(({ student: { name } }) => name)).toEqual(['Dee Smith']);
  expect(change.students.missing.map(({ handle }) => handle)).toEqual(['cy']);
});

test('A row that says something else changes no place', () => {
  const after = [student('ada', { name: 'Ada King', section: '002', github: 'ada-k' }), ...THREE.slice(1)];
  const change = valueOf(applied({ before: THREE, after }));
  expect(change.events).toEqual([]);
  expect(change.students.changed.map(({ fields }) => fields)).toEqual([['name', 'section', 'github']]);
});

describe('Another address is the same person', () => {
  const before = [student('ada', { github: 'Ada-L' }), ...THREE.slice(1)];

  test('by the GitHub account: the place takes the new address', () => {
    const after = [student('adal', { name: 'A. Lovelace', github: 'ada-l' }), ...THREE.slice(1)];
    const change = valueOf(applied({ before, after }));
    expect(told(change)).toEqual(['renamed ada adal@example.edu']);
    expect(change.students).toMatchObject({ joined: [], missing: [] });
    expect(change.students.changed[0]).toMatchObject({
      fields: ['email', 'name', 'github'],
      by: 'GitHub account',
    });
  });

  test('by somebody’s word, and by nothing else where only the name is the same', () => {
    const after = [student('adal', { name: 'Ada Smith' }), ...THREE.slice(1)];
    const asked = valueOf(applied({ before, after }));
    expect(asked.people.questions).toEqual([{ from: 'ada@example.edu', to: 'adal@example.edu' }]);
    expect(told(asked)).toEqual(['held ada', 'enrolled adal adal@example.edu']);
    expect(told(valueOf(applied({ before, after, told: { same: same('ada', 'adal') } })))).toEqual([
      'renamed ada adal@example.edu',
    ]);
    const two = valueOf(
      applied({ before, after, told: { another: new Set(['adal@example.edu' as Email]) } }),
    );
    expect(two.people.questions).toEqual([]);
  });

  test('and not where two have the name, or two the account', () => {
    const after = [
      student('adal', { name: 'Ada Smith' }),
      student('ada2', { name: 'Smith, Ada' }),
      ...THREE.slice(1),
    ];
    expect(valueOf(applied({ before, after })).people).toEqual({ changed: [], questions: [] });
    const accounts = after.map((each, index) => (index < 2 ? { ...each, github: 'ada-l' } : each));
    expect(valueOf(applied({ before, after: accounts })).people.changed).toEqual([]);
  });

  test('also where the place is held: it is given back', () => {
    const held = then(ledgerOf(THREE), 'held', 'ada');
    const change = valueOf(
      applied({
        before: THREE.slice(1),
        after: [student('adal'), ...THREE.slice(1)],
        ledger: held,
        told: { same: same('ada', 'adal') },
      }),
    );
    expect(told(change)).toEqual(['renamed ada adal@example.edu', 'returned ada']);
  });
});

describe('Who was held', () => {
  const held = then(ledgerOf(THREE), 'held', 'cy');

  test('and is in the file again, has the place again', () => {
    expect(told(valueOf(applied({ before: THREE.slice(0, 2), after: THREE, ledger: held })))).toEqual([
      'returned cy',
    ]);
  });

  test('though the roster named them, stays held: somebody meant it', () => {
    const change = valueOf(applied({ before: THREE, after: THREE, ledger: held }));
    expect(change.events).toEqual([]);
    expect(change.students.heldByHand.map(({ handle }) => handle)).toEqual(['cy']);
    expect(change.students.active).toBe(2);
  });
});

describe('Whose place was destroyed', () => {
  const gone = then(then(ledgerOf(THREE), 'held', 'cy'), 'destroyed', 'cy');
  const sides = { before: THREE.slice(0, 2), after: THREE, ledger: gone };

  test('is told, and gets no new one in silence', () => {
    const change = valueOf(applied(sides));
    expect(change.events).toEqual([]);
    expect(change.students.placeless.map(({ student: { name } }) => name)).toEqual(['Cy Smith']);
  });

  test('gets one under a new handle if somebody says so', () => {
    const change = valueOf(applied({ ...sides, told: { again: ['cy@example.edu'] } }));
    expect(told(change)).toEqual(['enrolled cy-2 cy@example.edu']);
    expect(change.students.placeless).toEqual([]);
    expect(change.students.joined).toHaveLength(1);
  });
});

test('Who is active in the ledger and in neither roster is missing', () => {
  const change = valueOf(
    applied({ before: THREE.slice(0, 2), after: THREE.slice(0, 2), ledger: ledgerOf(THREE) }),
  );
  expect(told(change)).toEqual(['held cy']);
  expect(change.students.active).toBe(3);
});

const WHO = ['ada', 'bo', 'cy', 'dee', 'eve', 'fay', 'gil', 'hal'];
const rosters = fc
  .tuple(
    fc.subarray(WHO, { minLength: 1 }),
    fc.array(fc.constantFrom('Kestrel', 'Heron', 'Owl', undefined), { minLength: 8, maxLength: 8 }),
  )
  .map(([who, teams]) =>
    who.map((each, index) => student(teams[index] === undefined ? each : `${each} ${teams[index]}`)),
  );

test('Through any term no line is lost, no handle given twice, and nobody else’s place changes', () => {
  fc.assert(
    fc.property(fc.array(rosters, { minLength: 2, maxLength: 6 }), (terms) => {
      let before = terms[0]!;
      let ledger = ledgerOf(before);
      for (const after of terms.slice(1)) {
        const change = valueOf(applied({ before, after, ledger }));
        expect(change.ledger.events.slice(0, ledger.events.length)).toEqual(ledger.events);
        const touched = new Set(change.events.map(({ handle }) => handle));
        for (const [handle, place] of placesOf(ledger))
          if (!touched.has(handle)) expect(placesOf(change.ledger).get(handle)).toEqual(place);
        const enrolled = change.ledger.events.filter(({ event }) => event === 'enrolled');
        expect(new Set(enrolled.map(({ handle }) => handle)).size).toBe(enrolled.length);
        const states = new Map(
          [...placesOf(change.ledger).values()].map(({ handle, state }) => [handle, state]),
        );
        for (const who of WHO.filter((each) => states.has(each as never)))
          expect(states.get(who as never)).toBe(
            after.some(({ email }) => email.startsWith(`${who}@`)) ? 'active' : 'held',
          );
        const source = valueOf(YamlSource.read('cohort.lock.yaml', formatLedger(change.ledger)));
        expect(valueOf(parseLedger(source))).toEqual(change.ledger);
        // Applied again, the same file changes nothing.
        expect(valueOf(applied({ before: after, after, ledger: change.ledger })).events).toEqual([]);
        [before, ledger] = [after, change.ledger];
      }
    }),
    { numRuns: 200 },
  );
});

test('The order of rows decides nothing', () => {
  fc.assert(
    fc.property(rosters, rosters, (before, after) => {
      const one = valueOf(applied({ before, after }));
      const other = valueOf(
        applied({ before: [...before].reverse(), after: [...after].reverse(), ledger: ledgerOf(before) }),
      );
      expect(other.events).toEqual(one.events);
    }),
    { numRuns: 100 },
  );
});
