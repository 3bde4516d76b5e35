import type { Ledger } from '../../../src/core/ledger/ledger';
import { checkLedgerKeys } from '../../../src/core/privacy/check-pseudonyms';
import { forgetIn } from '../../../src/core/ledger/forget';
import { extended, placesOf } from '../../../src/core/ledger/ledger';
import { pseudonymousInputs } from '../../../src/core/privacy/pseudonymous-inputs';
import { THREE } from '../plan/a-plan';
import { DAY, aConfig, aCourse, enrolled } from '../sample-cohort';
import { pseudonymsFrom } from './sample-key';

const FILES = { cohort: 'cohort.yaml', ledger: 'cohort.lock.yaml', key: 'cohort.key' };
const course = aCourse();
const config = aConfig('privacy: { pseudonyms: { groupsDomain: example.edu } }\n');
const mine = pseudonymsFrom('mine');
const NAMED: Ledger = enrolled(aConfig(), THREE, course);
const hiddenInputs = pseudonymousInputs({ config, roster: THREE, course, ledger: NAMED }, mine);
const HIDDEN: Ledger = enrolled(hiddenInputs.config, hiddenInputs.roster, course);

const told = (ledger: Ledger, check: string | undefined): readonly string[] =>
  checkLedgerKeys(ledger, check, FILES).map(({ file, message }) => `${file}: ${message}`);

test('A ledger of addresses goes with no key, one of pseudonyms with theirs, an empty one with any', () => {
  expect(told(NAMED, undefined)).toEqual([]);
  expect(told(HIDDEN, mine.check)).toEqual([]);
  const none = { ...NAMED, events: [] };
  expect([...told(none, undefined), ...told(none, mine.check)]).toEqual([]);
});

test('Another key is refused, so that no handle ever changes', () => {
  expect(told(HIDDEN, pseudonymsFrom('other').check)).toEqual([
    'cohort.key: this is not the key that the places of cohort.lock.yaml were named with',
  ]);
});

test('Pseudonyms are neither begun nor given up once a place is recorded', () => {
  expect(told(NAMED, mine.check)).toEqual([
    'cohort.yaml: pseudonyms are chosen before the first place is recorded, and cohort.lock.yaml names people by their e-mail',
  ]);
  expect(told(HIDDEN, undefined)).toEqual([
    'cohort.yaml: cohort.lock.yaml knows people by pseudonyms, and this file no longer asks for them',
  ]);
});

test('Who was forgotten speaks for no key', () => {
  const [handle] = placesOf(NAMED).keys();
  const gone = forgetIn(extended(NAMED, [{ on: DAY, event: 'destroyed', handle: handle! }]), handle!, DAY);
  expect(
    told({ ...gone, events: gone.events.filter((event) => event.handle === handle) }, mine.check),
  ).toEqual([]);
});
