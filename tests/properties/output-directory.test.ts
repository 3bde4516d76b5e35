import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { replaceDirectory } from '../../src/app/output-directory';
import { writeKubernetes, writeTerraform } from '../../src/app/synthesize';
import { cohorts } from './cohorts';
import { afterEvent, placeOf, planOf, worldOf } from './world';
import { differences, filesIn, inEmptyFolder } from './written';

jest.setTimeout(60_000);

const quietly = (): void => undefined;

const TERRAFORM_OWN = [
  '.terraform/providers/registry/google.txt',
  '.terraform.lock.hcl',
  'terraform.tfstate',
  'terraform.tfstate.backup',
  'errored.tfstate',
];

function put(folder: string, file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

test('A new synthesis leaves nothing of the former one, and all that is terraform’s own', () => {
  fc.assert(
    fc.property(cohorts({ min: 2 }), (cohort) => {
      const world = worldOf(cohort);
      const { handle } = placeOf(world, cohort.rows[0]!.email);
      const later = planOf(afterEvent(world, 'destroyed', handle));
      const [fresh, again] = [false, true].map((before) =>
        inEmptyFolder((folder) => {
          const target = join(folder, 'dist', 'terraform');
          if (before) {
            writeTerraform(planOf(world), target, quietly);
            put(target, 'stacks/shard-1-01/left-behind.txt', 'old');
            put(target, 'stacks/shard-9-99/cdk.tf.json', '{}');
          }
          mkdirSync(join(target, 'stacks', 'shard-1-01'), { recursive: true });
          for (const file of TERRAFORM_OWN) put(target, `stacks/shard-1-01/${file}`, `own ${file}`);
          writeTerraform(later, target, quietly);
          return filesIn(folder);
        }),
      );
      expect(differences(fresh!, again!)).toEqual([]);
      for (const file of TERRAFORM_OWN)
        expect(again!.get(`dist/terraform/stacks/shard-1-01/${file}`)).toBe(`own ${file}`);
      const left = [...again!.keys()].filter((path) => /\/stacks\/shard-/.test(path));
      expect(left.filter((path) => path.includes(`/charts/${handle}/`))).toEqual([]);
    }),
    { seed: 255, numRuns: 3 },
  );
});

test('Manifests of tenants who are gone are gone', () => {
  fc.assert(
    fc.property(cohorts({ min: 2 }), (cohort) => {
      const world = worldOf(cohort);
      const { handle } = placeOf(world, cohort.rows[0]!.email);
      const later = planOf(afterEvent(world, 'destroyed', handle));
      const [fresh, again] = [false, true].map((before) =>
        inEmptyFolder((folder) => {
          if (before) writeKubernetes(planOf(world), join(folder, 'k8s'), quietly);
          writeKubernetes(later, join(folder, 'k8s'), quietly);
          return filesIn(folder);
        }),
      );
      expect(differences(fresh!, again!)).toEqual([]);
    }),
    { seed: 255, numRuns: 3 },
  );
});

test('A build that fails leaves the old folder as it was, and nothing beside it', () => {
  const [cohort] = fc.sample(cohorts({ min: 7 }), { seed: 255, numRuns: 1 });
  const plan = planOf(worldOf(cohort!));
  expect(plan.shards.length).toBeGreaterThan(1);
  for (let good = 0; good <= plan.shards.length; good += 1) {
    inEmptyFolder((folder) => {
      const target = join(folder, 'terraform');
      writeTerraform(plan, target, quietly);
      put(target, 'stacks/shard-1-01/errored.tfstate', 'own');
      const before = filesIn(folder);
      let steps = 0;
      const failing = (): void => {
        if (steps === good) throw new Error('the disk is full');
        steps += 1;
      };
      expect(() => writeTerraform(plan, target, failing)).toThrow(new Error('the disk is full'));
      expect(differences(filesIn(folder), before)).toEqual([]);
    });
  }
});

test('A first build that fails leaves no folder at all', () => {
  inEmptyFolder((folder) => {
    const failing = (staging: string): void => {
      put(staging, 'stacks/cell-1/cdk.tf.json', '{}');
      throw new Error('no');
    };
    expect(() => replaceDirectory(join(folder, 'dist', 'terraform'), failing)).toThrow(new Error('no'));
    expect([...filesIn(folder).keys()]).toEqual([]);
  });
});
