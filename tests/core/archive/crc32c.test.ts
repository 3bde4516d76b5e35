import fc from 'fast-check';
import { crc32c } from '../../../src/core/archive/crc32c';

test.each([
  // RFC 3720, B.4, and the check value of the catalogue of CRCs.
  ['', 'AAAAAA=='],
  ['123456789', '4waSgw=='],
  ['\0'.repeat(32), 'ipE2qg=='],
])('The sum of %j is known', (text, sum) => expect(crc32c(Buffer.from(text, 'latin1'))).toBe(sum));

test('A byte that changed changes the sum', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, by) => {
      const changed = bytes.slice();
      changed[at % bytes.length]! ^= by;
      expect(crc32c(changed)).not.toBe(crc32c(bytes));
    }),
  ); // prettier-ignore
});
