import fc from 'fast-check';
import { nameKey, spokenName } from '../../../../src/core/roster/exports/person-name';

test.each([
  ['Amara Okafor', 'Amara Okafor'],
  ['Okafor, Amara', 'Amara Okafor'],
  ['de la Cruz, María José', 'María José de la Cruz'],
  ['King, Martin, Jr.', 'Martin King Jr.'],
  ['King, Jr., Martin', 'Martin King Jr.'],
  ['Martin King, Jr.', 'Martin King Jr.'],
  ['King Jr., Martin', 'Martin King Jr.'],
  ['Lee, Ann, May, June', 'Lee, Ann, May, June'],
  ['Lee,', 'Lee'],
  ['Plato', 'Plato'],
])('The name %s is said as %s', (name, said) => expect(spokenName({ name }).name).toBe(said));

test('Names that were turned around are known as such', () => {
  expect(spokenName({ name: 'Okafor, Amara' }).turned).toBe(true);
  expect(spokenName({ name: 'Amara Okafor' }).turned).toBe(false);
  expect(spokenName({ name: 'Martin King, Jr.' }).turned).toBe(false);
});

test('First and last name in two columns are one name, also where one is missing', () => {
  expect(spokenName({ firstName: 'Amara', lastName: 'Okafor' }).name).toBe('Amara Okafor');
  expect(spokenName({ firstName: '', lastName: 'Plato' }).name).toBe('Plato');
});

test.each([
  [{ firstName: 'Amarachi', lastName: 'Okafor', preferredName: 'Amara' }, 'Amara Okafor'],
  [{ name: 'van der Berg, Johannes', preferredName: 'Jo' }, 'Jo van der Berg'],
  [{ name: 'King, Martin, Jr.', preferredName: 'Marty' }, 'Marty King Jr.'],
  [{ name: 'Amarachi Okafor', preferredName: 'Amara' }, 'Amara Okafor'],
  [{ name: 'Amarachi Okafor', preferredName: 'Amara Obi' }, 'Amara Obi'],
  [{ name: 'Amarachi Okafor', preferredName: 'Obi, Amara' }, 'Amara Obi'],
])('A preferred name takes the place of the first, or of all: %j', (written, said) =>
  expect(spokenName(written)).toMatchObject({ name: said, preferredLeftOut: false }),
);

test('A preferred name is left out where nobody knows which of three names it replaces', () => {
  expect(spokenName({ name: 'María del Carmen López', preferredName: 'Carmen' })).toEqual({
    name: 'María del Carmen López',
    turned: false,
    preferredLeftOut: true,
  });
});

test('Names are the same whatever their case, accents and order', () => {
  expect(nameKey('GARCIA, Jose')).toBe(nameKey('José  García'));
  expect(nameKey('राम')).not.toBe(nameKey('रमा'));
  expect(nameKey('Ann Lee')).not.toBe(nameKey('Anne Lee'));
});

test('Any name is said in one way, and saying it again changes nothing', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'abÉ '), minLength: 1, maxLength: 8 })
    .map((each) => each.trim());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 2 }), (words) => {
      const { name } = spokenName({ name: words.join(',') });
      expect(spokenName({ name }).name).toBe(name);
    }),
  );
});
