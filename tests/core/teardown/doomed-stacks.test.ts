import { doomedStacks } from '../../../src/core/teardown/doomed-stacks';
import { EXAMPLES, examplePlan, planOfTwoCells } from '../../stacks/example-plans';

const plans = [...EXAMPLES.map((example) => [example, examplePlan(example)] as const), ['two cells', planOfTwoCells()] as const]; // prettier-ignore

test.each(plans)('%s: nothing goes before what stands on it', (_, plan) => {
  const gone = new Set<string>();
  for (const { name, after } of doomedStacks(plan)) {
    expect(after.filter((before) => !gone.has(before))).toEqual([]);
    gone.add(name);
  }
});

test.each(plans)(
  '%s: every tenant is in one shard, and in a stack of places if it has a cluster',
  (_, plan) => {
    const handles = plan.shards.flatMap(({ tenants }) => tenants);
    const of = (kind: string): readonly string[] =>
    doomedStacks(plan).filter((stack) => stack.kind === kind).flatMap(({ tenants }) => tenants.map(({ handle }) => handle)); // prettier-ignore
    expect([...of('shard')].sort()).toEqual(handles.map(({ handle }) => handle).sort());
    expect([...of('places')].sort()).toEqual(
      handles.flatMap(({ handle, cluster }) => (cluster ? [handle] : [])).sort(),
    );
  },
);

test('A cell whose zone hangs below another’s goes before it', () => {
  const cells = doomedStacks(planOfTwoCells()).filter(({ kind }) => kind === 'cell');
  expect(cells.map(({ name, after }) => [name, after.filter((each) => each === 'cell-2')])).toEqual([
    ['cell-2', []],
    ['cell-1', ['cell-2']],
  ]);
});

test('Repositories go before the shard of their places: an archive takes no collaborator away any more', () => {
  const stacks = doomedStacks(examplePlan('mlsd-fall'));
  const [repositories] = stacks.filter(({ kind }) => kind === 'repositories');
  expect(repositories!.name).toBe('shard-1-01-repositories');
  expect(repositories!.tenants.length).toBeGreaterThan(0);
  expect(stacks.find(({ name }) => name === 'shard-1-01')!.after).toEqual(['shard-1-01-repositories']);
  expect(doomedStacks(examplePlan('w255-spring')).some(({ kind }) => kind === 'repositories')).toBe(false);
});
