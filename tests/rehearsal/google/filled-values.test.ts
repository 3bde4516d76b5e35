import { fillIn, fillInBlock, fillInBlocks } from '../../../src/rehearsal/google/filled-values';
import { UNKNOWN } from '../../../src/rehearsal/values/value';

test('Google fills in what is null, unknown or not there, and nothing else', () => {
  expect(fillIn({ a: null, b: UNKNOWN, d: false, e: '' }, { a: 1, b: 2, c: 3, d: true, e: 'x' })).toEqual({
    a: 1,
    b: 2,
    c: 3,
  });
});

test('A block keeps what it says, and is added where it is not there', () => {
  expect(fillInBlock({ block: [{ a: 1, b: UNKNOWN }] }, 'block', { a: 2, b: 3 })).toEqual({
    block: [{ a: 1, b: 3 }],
  });
  expect(fillInBlock({ block: [] }, 'block', { a: 2 })).toEqual({ block: [{ a: 2 }] });
});

test('Blocks that are not there are not added where only those that are there count', () => {
  expect(fillInBlocks({ block: [] }, 'block', { a: 2 })).toEqual({});
  expect(fillInBlocks({ block: [{}, { a: 1 }] }, 'block', { a: 2 })).toEqual({ block: [{ a: 2 }, { a: 1 }] });
});
