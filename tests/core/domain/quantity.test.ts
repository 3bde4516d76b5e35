import fc from 'fast-check';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';

const millis = fc.integer({ min: 0, max: 9_999_999 });
const mebis = fc.integer({ min: 0, max: 999_999 });

describe('An amount of CPU', () => {
  test('is read back as it was printed', () => {
    fc.assert(fc.property(millis, (n) => expect(Cpu.parse(Cpu.millis(n).toString()).millis).toBe(n)));
  });

  test('prints one text for one amount, however it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (cores) => {
        const spellings = [`${cores}`, `${cores}.0`, `${cores}.000`, `${cores * 1000}m`];
        expect(spellings.map((text) => Cpu.parse(text).toString())).toEqual(spellings.map(() => `${cores}`));
      }),
    );
  });

  test('is exact to a thousandth of a core', () => {
    expect(['0.1', '0.001', '1.005', '500m', '2'].map((text) => Cpu.parse(text).millis)).toEqual([
      100, 1, 1005, 500, 2000,
    ]);
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '-1',
    '+1',
    '1.',
    '.5',
    '1.0005',
    '1e3',
    '0x2',
    '1 core',
    '1M',
    '500 m',
    '1,5',
    '12345',
    '١',
  ])('is not %j', (text) => {
    expect(Cpu.tryParse(text)).toBeUndefined();
    expect(() => Cpu.parse(text)).toThrow(
      `"${text}" is not an amount of CPU: cores with up to three decimals, or thousandths with "m": 2, 0.5, 500m`,
    );
  });

  test('adds up and multiplies to whole thousandths', () => {
    fc.assert(
      fc.property(millis, millis, fc.integer({ min: 0, max: 1000 }), (a, b, factor) => {
        expect(Cpu.millis(a).plus(Cpu.millis(b)).millis).toBe(a + b);
        expect(Cpu.millis(a).times(factor).millis).toBe(a * factor);
        expect(Cpu.millis(a).atLeast(Cpu.millis(b)).millis).toBe(Math.max(a, b));
      }),
    );
    expect(Cpu.millis(3).times(0.5).millis).toBe(2);
  });

  test('is neither negative nor a fraction of a thousandth', () => {
    expect(() => Cpu.millis(-1)).toThrow('-1 thousandths of a core is not an amount');
    expect(() => Cpu.millis(0.5)).toThrow('0.5 thousandths of a core is not an amount');
    expect(() => Cpu.millis(Number.NaN)).toThrow('NaN thousandths of a core is not an amount');
  });
});

describe('An amount of memory or storage', () => {
  test('is read back as it was printed', () => {
    fc.assert(
      fc.property(
        mebis.filter((n) => n > 0),
        (n) => expect(Bytes.parse(Bytes.mebi(n).toString()).bytes).toBe(n * 2 ** 20),
      ),
    );
  });

  test('prints the largest unit that gives a whole number', () => {
    const printed = ['1024Mi', '1536Mi', '1024Gi', '1.5Gi', '0.5Gi', '2048Gi', '1Mi', '0Mi'].map(
      (text) => `${Bytes.parse(text)}`,
    );
    expect(printed).toEqual(['1Gi', '1536Mi', '1Ti', '1536Mi', '512Mi', '2Ti', '1Mi', '0']);
  });

  test('is always a whole number of MiB', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom('Mi', 'Gi', 'Ti'),
        (hundredths, unit) => {
          const bytes = Bytes.tryParse(`${(hundredths / 100).toFixed(2)}${unit}`)?.bytes ?? 0;
          expect(bytes % 2 ** 20).toBe(0);
        },
      ),
    );
  });

  test.each([
    '',
    '512',
    '0',
    '2G',
    '2GB',
    '2M',
    '2MiB',
    '2gi',
    '2 Gi',
    ' 2Gi',
    '2Gi ',
    '-2Gi',
    '2Ki',
    '1.005Gi',
    '1e3Mi',
    '1234567Mi',
  ])('is not %j: a size without a binary unit would be read in two ways', (text) => {
    expect(Bytes.tryParse(text)).toBeUndefined();
    expect(() => Bytes.parse(text)).toThrow(
      `"${text}" is not an amount of memory or storage: a number with a unit Mi, Gi or Ti: 512Mi, 2Gi`,
    );
  });

  test('is refused, not a fault, where it is more than can be counted', () => {
    expect(Bytes.tryParse('999999Ti')).toBeUndefined();
    expect(Bytes.tryParse('8191Ti')?.gibi).toBe(8191 * 1024);
  });

  test('adds up and multiplies', () => {
    fc.assert(
      fc.property(mebis, mebis, fc.integer({ min: 0, max: 1000 }), (a, b, factor) => {
        expect(Bytes.mebi(a).plus(Bytes.mebi(b))).toEqual(Bytes.mebi(a + b));
        expect(Bytes.mebi(a).times(factor)).toEqual(Bytes.mebi(a * factor));
        expect(Bytes.mebi(a).atLeast(Bytes.mebi(b))).toEqual(Bytes.mebi(Math.max(a, b)));
      }),
    );
    expect(Bytes.gibi(3).gibi).toBe(3);
  });

  test('is not negative', () => {
    expect(() => Bytes.mebi(-1)).toThrow('-1048576 bytes is not an amount');
  });
});

test('Amounts are written into JSON as Kubernetes reads them', () => {
  expect(
    JSON.stringify({
      cpu: Cpu.parse('0.5'),
      memory: Bytes.parse('2048Mi'),
      none: Bytes.ZERO,
      zero: Cpu.ZERO,
    }),
  ).toBe('{"cpu":"500m","memory":"2Gi","none":"0","zero":"0"}');
});
