import { tryParseLock, tryReadLock } from '../../../src/core/recover/lock-info';

/** What terraform 1.11.4 prints for a state in a bucket. */
const PLAIN = `
╷
│ Error: Error acquiring the state lock
│
│ Error message: writing "gs://example-state/lab/cell-1/default.tflock" failed: googleapi: Error 412: At
│ least one of the pre-conditions you specified did not hold., conditionNotMet
│ Lock Info:
│   ID:        1794902400123456
│   Path:      gs://example-state/lab/cell-1/default.tflock
│   Operation: OperationTypeApply
│   Who:       ines@laptop
│   Version:   1.11.4
│   Created:   2027-01-11 08:00:00.374146969 +0000 UTC
│   Info:
│
│
│ Terraform acquires a state lock to protect the state from being written
│ by multiple users at the same time.
╵
`;

const HELD = {
  id: '1794902400123456',
  who: 'ines@laptop',
  operation: 'apply',
  created: '2027-01-11 08:00:00.374146969 +0000 UTC',
};

test('A lock is read from what terraform prints, with its frame and without', () => {
  expect(tryParseLock(PLAIN)).toEqual(HELD);
  expect(tryParseLock(PLAIN.replaceAll(/^[│╷╵] ?/gm, ''))).toEqual(HELD);
});

test('Of the http backend the id alone is believed: the rest is the asking run’s own', () => {
  const text = `Error acquiring the state lock
Error message: HTTP remote state already locked: ID=6f1c0c2e-1
Lock Info:
  ID:        a9a2b976-3
  Who:       theo@desk
  Operation: OperationTypePlan`;
  expect(tryParseLock(text)).toEqual({ id: '6f1c0c2e-1' });
});

test('A lock of which only the id is known is one', () => {
  expect(tryParseLock('Error acquiring the state lock\nLock Info:\n  ID: 7\n  Who:  \n  Info: x')).toEqual({
    id: '7',
  });
});

test.each([
  ['another error', 'Error: Invalid provider\n  ID: 7'],
  ['a lock without an id', 'Error acquiring the state lock\nError message: resource temporarily unavailable'],
  ['nothing', ''],
])('What tells of no lock holds none: %s', (_, text) => {
  expect(tryParseLock(text)).toBeUndefined();
});

test('What a run said of itself when it took the lock is read too', () => {
  const json = JSON.stringify({
    ID: 'one',
    Operation: 'OperationTypeApply',
    Info: '',
    Who: 'ines@laptop',
    Version: '1.11.4',
    Created: '2027-01-11T08:00:00.16700653Z',
    Path: '',
  });
  expect(tryReadLock(json)).toEqual({
    id: 'one',
    who: 'ines@laptop',
    operation: 'apply',
    created: '2027-01-11T08:00:00.16700653Z',
  });
});

test.each(['', '{}', 'null', '{"ID":1}', '7'])('What is no lock is none: %j', (json) => {
  expect(tryReadLock(json)).toBeUndefined();
});
