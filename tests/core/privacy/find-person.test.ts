import { email } from '../../../src/core/domain/ids';
import { forgetIn } from '../../../src/core/ledger/forget';
import { extended, placesOf } from '../../../src/core/ledger/ledger';
import type { PlanInputs } from '../../../src/core/plan/plan-inputs';
import { tryFindPerson } from '../../../src/core/privacy/find-person';
import { pseudonymousInputs } from '../../../src/core/privacy/pseudonymous-inputs';
import { DAY, aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';
import { pseudonymsFrom } from './sample-key';

const course = aCourse();
const config = aConfig('teamLabs: [project]\n');
const roster = aRoster([aStudent('ada', { team: 'Kestrel' }), aStudent('bo')]);
const named: PlanInputs = { config, roster, course, ledger: enrolled(config, roster, course) };

const handlesOf = (asked: string, inputs = named, pseudonyms?: ReturnType<typeof pseudonymsFrom>) =>
  tryFindPerson(asked, inputs, pseudonyms)?.places.map(({ handle }) => String(handle));

test.each([
  ['an e-mail in any letter case', ' ADA@Example.edu ', ['ada']],
  ['a handle', 'ada', ['ada']],
  ['the name of a team', 'kestrel', ['team-kestrel']],
  ['the handle of a team', 'team-kestrel', ['team-kestrel']],
])('%s finds them', (_, asked, handles) => {
  expect(handlesOf(asked)).toEqual(handles);
});

test.each(['', '  ', 'cy@example.edu', 'ad', 'constructor', '__proto__', '\u0000'])(
  '%j finds nobody',
  (asked) => {
    expect(handlesOf(asked)).toBeUndefined();
  },
);

test('Who is on the roster alone is found without a place, and who left it by the ledger', () => {
  const none = { ...named, ledger: { ...named.ledger, events: [] } };
  expect(tryFindPerson('ada@example.edu', none, undefined)).toMatchObject({
    places: [],
    student: { name: 'Student ada' },
  });
  const left = { ...named, roster: aRoster([aStudent('bo')]) };
  expect(handlesOf('ada@example.edu', left)).toEqual(['ada']);
  expect(tryFindPerson('ada', left, undefined)).not.toHaveProperty('student');
});

test('With pseudonyms people are found by their own names, also when no file but the ledger knows them', () => {
  const pseudonyms = pseudonymsFrom('mine');
  const hiddenConfig = aConfig(
    'teamLabs: [project]\nprivacy: { pseudonyms: { groupsDomain: example.edu } }\n',
  );
  const hidden = pseudonymousInputs({ ...named, config: hiddenConfig }, pseudonyms);
  const ledger = enrolled(hidden.config, hidden.roster, course);
  const inputs = { ...named, config: hiddenConfig, ledger };
  const [handle] = handlesOf('ada@example.edu', inputs, pseudonyms)!;
  expect(handle).toMatch(/^s[2-9b-z]{9}$/);
  expect(tryFindPerson(handle!, inputs, pseudonyms)?.key).toEqual({ student: 'ada@example.edu' });
  expect(handlesOf('KESTREL', inputs, pseudonyms)).toHaveLength(1);
  const left = { ...inputs, roster: aRoster([aStudent('bo')]) };
  expect(handlesOf('ada@example.edu', left, pseudonyms)).toEqual([handle]);
  expect(tryFindPerson(handle!, left, pseudonyms)?.key).not.toEqual({ student: 'ada@example.edu' });
});

test('Who was forgotten is not found by anything', () => {
  const handle = [...placesOf(named.ledger).keys()].find((each) => each === 'ada')!;
  const ledger = forgetIn(extended(named.ledger, [{ on: DAY, event: 'destroyed', handle }]), handle, DAY);
  const after = { ...named, roster: aRoster([aStudent('bo')]), ledger };
  expect([handlesOf('ada', after), handlesOf('ada@example.edu', after)]).toEqual([undefined, undefined]);
  expect(email('ada@example.edu')).toBeTruthy();
});
