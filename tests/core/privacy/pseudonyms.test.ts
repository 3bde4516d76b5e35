import fc from 'fast-check';
import type { Email } from '../../../src/core/domain/ids';
import { EMAIL, HANDLE, email } from '../../../src/core/domain/ids';
import { RESTRICTED_WORDS, isReservedHandle } from '../../../src/core/domain/names';
import { enroll } from '../../../src/core/ledger/enroll';
import { handleKey } from '../../../src/core/ledger/handle';
import { keyText, placesOf } from '../../../src/core/ledger/ledger';
import { checkOf, shortName } from '../../../src/core/privacy/pseudonyms';
import { tenantKeys } from '../invented-people';
import { CAPACITY, DAY, aConfig } from '../sample-cohort';
import { pseudonymsFrom } from './sample-key';

const words = fc.string({ minLength: 1, maxLength: 12 });
const NOBODY = { cohort: aConfig().id, events: [] };

test('A pseudonym is always the same for the same key, whatever the letter case', () => {
  fc.assert(
    fc.property(words, tenantKeys(5), (word, keys) => {
      const [first, second] = [pseudonymsFrom(word), pseudonymsFrom(word)];
      for (const key of keys) expect(first.key(key)).toEqual(second.key(key));
    }),
  );
  const { student, team } = pseudonymsFrom('a');
  expect(student(email('Amara@Example.edu'))).toBe(student(email('amara@example.edu')));
  expect(team(' Kestrel ')).toBe(team('KESTREL'));
});

test('Other keys give other pseudonyms: without the key no address leads to one', () => {
  fc.assert(
    fc.property(words, words, tenantKeys(5), (a, b, keys) => {
      fc.pre(a !== b);
      const [first, second] = [pseudonymsFrom(a), pseudonymsFrom(b)];
      expect(first.check).not.toBe(second.check);
      for (const key of keys) expect(keyText(first.key(key))).not.toBe(keyText(second.key(key)));
    }),
  );
});

test('Different people have different pseudonyms, and nothing of them stands in one', () => {
  fc.assert(
    fc.property(words, tenantKeys(20), (word, keys) => {
      const pseudonyms = pseudonymsFrom(word);
      const made = keys.map((key) => keyText(pseudonyms.key(key)));
      expect(new Set(made).size).toBe(keys.length);
      for (const text of made) expect(text).toMatch(/^(team )?[2-9bcdfghjkmnpqrstvwxz.+@]+(\.invalid)?$/);
    }),
  );
});

test('The ledger takes pseudonyms for addresses, and makes lawful handles of them', () => {
  fc.assert(
    fc.property(words, tenantKeys(20), (word, keys) => {
      const pseudonyms = pseudonymsFrom(word);
      const places = [...placesOf(enroll(NOBODY, keys.map(pseudonyms.key), DAY, CAPACITY)).values()];
      expect(places).toHaveLength(keys.length);
      expect(new Set(places.map(({ handle }) => handleKey(handle))).size).toBe(keys.length);
      for (const { handle, key } of places) {
        expect(handle).toMatch(HANDLE.pattern);
        expect(isReservedHandle(handle)).toBe(false);
        expect(RESTRICTED_WORDS.filter((each) => handle.includes(each))).toEqual([]);
        if ('student' in key) expect(key.student).toMatch(EMAIL.pattern);
      }
    }),
  );
});

test('Two who begin alike get different handles, as everywhere', () => {
  const alike = ['bbbbbbbbbbbbbbbb', 'cccccccccccccccc'].map((rest) => ({
    student: `s222222222+${rest}@kbbbbbbbb.invalid` as Email,
  }));
  const places = [...placesOf(enroll(NOBODY, alike, DAY, CAPACITY)).keys()];
  expect(places).toEqual(['s222222222', 's222222222-2']);
});

test('A pseudonym stays what it is; another key’s is a stranger', () => {
  fc.assert(
    fc.property(tenantKeys(5), (keys) => {
      const [first, second] = [pseudonymsFrom('a'), pseudonymsFrom('b')];
      for (const key of keys) {
        const once = first.key(key);
        expect(first.key(once)).toEqual(once);
        expect(second.key(once)).not.toEqual(once);
        expect([checkOf(key), checkOf(once)]).toEqual([undefined, first.check]);
      }
    }),
  );
});

test('Who has no handle is called by more letters than a handle has', () => {
  const pseudonym = pseudonymsFrom('a').student(email('amara.okafor@example.edu'));
  expect(shortName(pseudonym)).toMatch(/^s[2-9b-z]{9}-[2-9b-z]{8}$/);
  expect(shortName(pseudonym).length).toBeGreaterThan(16);
});
