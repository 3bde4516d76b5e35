import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { TOOLKITS, TOOLKIT_IDS } from '../../../src/core/catalogue/catalogue';
import { exampleFaults } from '../../../src/core/catalogue/contract/example-faults';
import { placedFaults } from '../../../src/core/catalogue/contract/toolkit-faults';
import { toldFaults } from '../../../src/core/catalogue/contract/told-faults';
import { workloadsOf } from '../../../src/core/catalogue/workloads';
import { exampleRoom, placeOf } from './a-place';

const ROOT = join(__dirname, '..', '..', '..');

describe.each(TOOLKITS.map((toolkit) => [toolkit.id, toolkit] as const))('The toolkit %s', (id, toolkit) => {
  test.each(TOOLKIT_SIZES)('keeps to the fence and its allowance with all that stands, as %s', (size) => {
    expect(placedFaults(toolkit, placeOf(toolkit, size))).toEqual([]);
  });

  test.each(TOOLKIT_SIZES)('has examples that a student may apply as they are, as %s', (size) => {
    expect(exampleFaults(toolkit, placeOf(toolkit, size), exampleRoom(toolkit))).toEqual([]);
  });

  test('is told of as it is', () => {
    expect(toldFaults(toolkit, placeOf(toolkit, 'small'), TOOLKIT_IDS)).toEqual([]);
  });

  test('tells of no file that would put back what the student changed', () => {
    const place = placeOf(toolkit, 'small');
    const handout = toolkit.handout(place);
    for (const file of toolkit.examples(place)) {
      const maps = 'objects' in file ? file.objects.filter(({ kind }) => kind === 'ConfigMap') : [];
      for (const { metadata } of maps) {
        const [, after] = handout.split(`kubectl create configmap ${metadata.name} `);
        // Only "create" leaves alone what is there.
        if (after !== undefined) expect(after).toContain(`kubectl create -f ${file.name}`);
        expect(after ?? '').not.toMatch(/kubectl (apply|replace --force)|apply again/);
      }
    }
  });

  test('gives the same for the same place', () => {
    const written = (): string => {
      const place = placeOf(toolkit, 'normal');
      return JSON.stringify([toolkit.place?.(place), toolkit.examples(place), toolkit.handout(place)]);
    };
    expect(written()).toBe(written());
  });

  test('has workloads that the clock can wake, where it has any, of the same names in every size', () => {
    const names = TOOLKIT_SIZES.map((size) =>
      workloadsOf(toolkit, placeOf(toolkit, size)).map(({ kind, name }) => `${kind}/${name}`),
    );
    expect(new Set(names.map(String)).size).toBe(1);
    for (const size of TOOLKIT_SIZES)
      for (const { replicas } of workloadsOf(toolkit, placeOf(toolkit, size)))
        expect(replicas).toBeGreaterThan(0);
  });

  if (toolkit.shown.how === 'run') {
    const { what } = toolkit.shown;
    test('is run by a test of this repository, since it says so', () => {
      const named = /\b(tests\/[\w./-]*\w)/.exec(what)?.[1] ?? `tests/catalogue/run/${id}.test.ts`;
      expect([named, existsSync(join(ROOT, named))]).toEqual([named, true]);
    });
  }
});
