import fc from 'fast-check';
import { parse } from 'yaml';
import { handleKey } from '../../src/core/ledger/handle';
import { LIMITS } from '../../src/core/limits/limits';
import { kubernetesObjects, leaves, resourcesOf, stackFiles } from '../stacks/examples/terraform-output';
import { namesNobody } from '../stacks/examples/addresses';
import type { KubernetesObject } from '../stacks/examples/terraform-output';
import { cohorts } from './cohorts';
import { planOf, worldOf } from './world';
import { writtenBy } from './written';

jest.setTimeout(60_000);

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

test('No two tenants share a handle, a namespace, a host, a bucket or a project', () => {
  fc.assert(
    fc.property(cohorts({ max: 120 }), (cohort) => {
      const plan = planOf(worldOf(cohort));
      const tenants = plan.shards.flatMap((shard) => shard.tenants);
      expect(tenants.length).toBeGreaterThanOrEqual(cohort.rows.length);
      expect(repeated(tenants.map(({ handle }) => handleKey(handle)))).toEqual([]);
      expect(repeated(tenants.map(({ namespace }) => namespace))).toEqual([]);
      expect(repeated(tenants.map(({ host }) => host))).toEqual([]);
      expect(repeated(tenants.map(({ bucket }) => bucket.name))).toEqual([]);
      expect(
        repeated(
          [...plan.cells, ...tenants].flatMap(({ project }) => (project === undefined ? [] : [project.id])),
        ),
      ).toEqual([]);
    }),
    { seed: 255, numRuns: 50 },
  );
});

test('No shard and no cell has more tenants than it takes', () => {
  fc.assert(
    fc.property(cohorts({ max: 60 }), (cohort) => {
      const { tenantsPerShard, tenantsPerCell } = cohort.capacity;
      const { shards, cells } = planOf(worldOf(cohort));
      expect(Math.max(...shards.map(({ tenants }) => tenants.length))).toBeLessThanOrEqual(tenantsPerShard);
      for (const { number } of cells) {
        const inCell = shards.filter(({ cell }) => cell === number).flatMap(({ tenants }) => tenants);
        expect(inCell.length).toBeLessThanOrEqual(tenantsPerCell);
      }
    }),
    { seed: 255, numRuns: 30 },
  );
});

/** An object without the addresses that Alertmanager writes to, which are those of the receivers and of the sender. */
function withoutMail(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'ConfigMap' || object.metadata.name !== 'alertmanager') return object;
  const left = [...leaves(parse((object['data'] as Record<string, string>)['alertmanager.yml']!))].filter(
    ([keys]) => !/^receivers\.\d+\.email_configs\.\d+\.to$|^global\.smtp_from$/.test(keys.join('.')),
  );
  return { ...object, data: { left: left.map(([keys, value]) => `${keys.join('.')}: ${String(value)}`) } };
}

test('However people are called, addresses stand only where access is given, and names nowhere', () => {
  fc.assert(
    fc.property(cohorts(), (cohort) => {
      const all = writtenBy(planOf(worldOf(cohort)));
      const stacks = stackFiles(all);
      const found = [
        ...stacks.flatMap(({ stack, json }) =>
          [...leaves(json)]
            .filter(([keys, value]) => [...keys, value].join('\n').includes('@'))
            .map(([keys]) => `${stack} ${keys.join('.')}`)
            .filter((path) => !/ resource\..*\.(members\.\d+|labels\.email_address)$/.test(path)),
        ),
        ...kubernetesObjects(all).flatMap((object) =>
          [...leaves(cohort.mail ? withoutMail(object) : object)]
            .filter(([keys, value]) => !namesNobody(object.kind, keys, value))
            .filter(
              ([keys]) => object.kind !== 'RoleBinding' || !/^subjects\.\d+\.name$/.test(keys.join('.')),
            )
            .map(([keys]) => `${object.file} ${keys.join('.')}`),
        ),
        ...[...all.keys()].filter((path) => path.includes('@')),
      ];
      expect(found).toEqual([]);
      const text = [...all.values()].join('\n');
      const names = cohort.rows.map(({ name }) => name).filter((name) => name.length > 8);
      expect(names.filter((name) => text.includes(name) && !name.startsWith('{{'))).toEqual([]);
    }),
    { seed: 255, numRuns: 5 },
  );
});

test('What people are called is no expression of Terraform: each one refers to something in its stack', () => {
  fc.assert(
    fc.property(cohorts(), (cohort) => {
      const stacks = stackFiles(writtenBy(planOf(worldOf(cohort))));
      const found = stacks.flatMap(({ stack, json }) => {
        const there = new Set(
          resourcesOf([{ stack, json }]).map(({ type, address }) => `${type}.${address}`),
        );
        for (const [type, blocks] of Object.entries((json['data'] ?? {}) as Record<string, object>))
          for (const address of Object.keys(blocks)) there.add(`data.${type}.${address}`);
        return [...leaves(json)]
          .flatMap(([, value]) => [...String(value).matchAll(/[$%]\{([^}]*)\}?/g)])
          .filter(([, inner]) => !there.has((/^(data\.)?\w+\.[\w-]+/.exec(inner!) ?? [''])[0]))
          .map(([text]) => `${stack} ${text}`);
      });
      expect(found).toEqual([]);
    }),
    { seed: 255, numRuns: 6 },
  );
});

test('A class of 120 is three shards of one cell, within every limit', () => {
  const capacity = {
    tenantsPerShard: LIMITS.tenantsPerShard.planFor,
    tenantsPerCell: LIMITS.tenantsPerCell.planFor,
  };
  fc.assert(
    fc.property(cohorts({ min: 120, max: 120, capacity, teams: false }), (cohort) => {
      const plan = planOf(worldOf(cohort));
      expect(plan.shards.map(({ tenants }) => tenants.length)).toEqual([50, 50, 20]);
      expect(plan.breaches).toEqual([]);
    }),
    { seed: 255, numRuns: 5 },
  );
});
