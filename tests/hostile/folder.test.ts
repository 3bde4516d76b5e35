import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, problemsIn, withCohort } from './cohort-on-disk';
import type { Told } from './hostile-case';
import { run } from './in-process';
import { expectTold } from './expect-told';

/** A user without rights: nothing keeps root from reading. */
const NOBODY = 65_534;

async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('A folder', () => {
  const THERE_IS_NONE: Told = { at: '1:1', message: 'there is no such folder', write: '"practicum init"' };
  const refusal = async (cohort: string, out: string): Promise<ReturnType<typeof problemsIn>> => {
    const asked = await run('synth', '--json', '--cohort', cohort, '--out', out);
    expect(asked.code).toBe(2);
    return problemsIn(asked, { root: '', cohort, out });
  };

  test('that is not there is refused, and not made', () =>
    withCohort({}, async ({ root, out }) => {
      const before = contentsOf(root);
      expectTold('', await refusal(join(root, 'nowhere'), out), [THERE_IS_NONE]);
      expect(contentsOf(root)).toEqual(before);
    }));

  test('that is a file is refused', () =>
    withCohort({}, async ({ cohort, out }) =>
      expectTold('', await refusal(join(cohort, 'roster.csv'), out), [THERE_IS_NONE]),
    ));

  test('whose cohort.yaml is a link to itself is refused', () =>
    withCohort({ 'cohort.yaml': 'MISSING' }, async ({ cohort, out }) => {
      symlinkSync('cohort.yaml', join(cohort, 'cohort.yaml'));
      const told = { at: '1:1', message: 'a link that leads back to itself', write: '"practicum init"' };
      expectTold('cohort.yaml', await refusal(cohort, out), [told]);
      rmSync(join(cohort, 'cohort.yaml'));
    }));

  test('with a file that may not be read is refused', () =>
    withCohort({}, async ({ root, cohort, out }) => {
      for (const folder of [root, cohort]) chmodSync(folder, 0o755);
      chmodSync(join(cohort, 'roster.csv'), 0o000);
      const told = { at: '1:1', message: 'this file may not be read by you', write: 'export it' };
      expectTold('roster.csv', await asNobody(() => refusal(cohort, out)), [told]);
    }));

  test('with an earlier output keeps it, byte for byte, when the input is refused', () =>
    withCohort({ 'roster.csv': 'email\n' }, async ({ root, cohort, out }) => {
      mkdirSync(join(out, 'terraform', 'stacks'), { recursive: true });
      writeFileSync(join(out, 'terraform', 'stacks', 'cdk.tf.json'), '{}\n');
      const before = contentsOf(root);
      expect(await refusal(cohort, out)).toHaveLength(1);
      expect(contentsOf(root)).toEqual(before);
    }));
});
