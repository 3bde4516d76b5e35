import { adopt } from '../../../src/app/recover/adopt';
import { NETWORK, PROJECT, READY, ROUTER, SERVICE, aCell } from './a-cell';
import type { FakeResource } from './fake-stack';
import { importId } from './fake-stack';

const adoptionOf = (resource: FakeResource) => ({ address: resource.address, id: importId(resource) });
const BOTH = [PROJECT, NETWORK].map(adoptionOf);

test('All enters the state at once, with what changes nothing where it stands', async () => {
  const stack = aCell({ standing: [PROJECT, NETWORK] });
  expect(await adopt(stack, BOTH)).toEqual({ adopted: BOTH, notAdopted: [] });
  expect(stack.asked).toEqual([`plan imports ${PROJECT.address} ${NETWORK.address}`, 'apply']);
  expect([...stack.state]).toEqual([PROJECT.address, NETWORK.address]);
});

test('Where the imports alone would make something, each enters the state by itself and nothing is applied', async () => {
  const needed = { ...ROUTER, needs: [] };
  const network = { ...NETWORK, needs: [ROUTER.address] };
  const stack = aCell({ resources: [PROJECT, needed, network], standing: [PROJECT, network] });
  expect(await adopt(stack, BOTH)).toEqual({ adopted: BOTH, notAdopted: [] });
  expect(stack.asked.slice(1)).toEqual([`import ${PROJECT.address}`, `import ${NETWORK.address}`]);
});

test('Where the plan of the imports fails, each is tried by itself, and told if it cannot be', async () => {
  const stack = aCell({ standing: [PROJECT, NETWORK] });
  stack.failing.set('plan', 'Error 500');
  stack.failing.set(`import ${NETWORK.address}`, 'Error: Error 403: forbidden\n');
  expect(await adopt(stack, BOTH)).toEqual({
    adopted: [adoptionOf(PROJECT)],
    notAdopted: [{ ...adoptionOf(NETWORK), why: 'Error 403: forbidden' }],
  });
});

test('What entered the state before an apply failed is adopted; the rest follows by itself', async () => {
  const stack = aCell({ standing: [PROJECT, NETWORK], recorded: [SERVICE, READY] });
  stack.failing.set('apply', 'Error: Error 500');
  expect(await adopt(stack, BOTH)).toEqual({ adopted: BOTH, notAdopted: [] });
  expect(stack.asked.at(-1)).toBe('apply');
});
