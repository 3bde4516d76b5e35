import { importVerdicts } from '../../../src/core/recover/import-verdicts';
import type { PlanEvents, TerraformError } from '../../../src/core/recover/plan-events';

const NETWORK = { address: 'google_compute_network.n', id: 'projects/lab-c1/global/networks/labs' };
const ROUTER = { address: 'google_compute_router.r', id: 'projects/lab-c1/regions/us-west1/routers/labs' };
const RELEASE = { address: 'helm_release.amara', id: 'practicum-system/amara' };
const OTHER = { address: 'helm_release.amara-o', id: 'practicum-system/amara-o' };
const ALL = [NETWORK, ROUTER, RELEASE, OTHER];

const error = (summary: string, detail = ''): TerraformError => ({ summary, detail });

const nothingAt = (address: string): TerraformError =>
  error(
    'Cannot import non-existent remote object',
    `While attempting to import an existing object to "${address}", the provider detected that no object exists with the given id. Only pre-existing objects can be imported`,
  );

function verdicts(
  errors: readonly TerraformError[],
  { begun = [], read = [] }: { readonly begun?: readonly string[]; readonly read?: readonly string[] } = {},
) {
  const events: PlanEvents = { errors, begun: new Set(begun), read: new Set(read) };
  const { absent, unread } = importVerdicts(events, ALL);
  return { absent: [...absent], unread: unread.map(({ address, why }) => `${address}: ${why}`) };
}

test('What terraform finds nothing for does not stand', () => {
  expect(verdicts([nothingAt(NETWORK.address), nothingAt(RELEASE.address)])).toEqual({
    absent: [NETWORK.address, RELEASE.address],
    unread: [],
  });
});

test('An error is about the import whose id it tells', () => {
  expect(verdicts([error(`Error reading ${ROUTER.id}: googleapi: Error 500: oh`)])).toEqual({
    absent: [],
    unread: [`${ROUTER.address}: Error reading ${ROUTER.id}: googleapi: Error 500: oh`],
  });
});

test('An error about something in a project is not about the project, which its id tells too', () => {
  const project = { address: 'google_project.p', id: 'lab-c1' };
  const events = {
    errors: [error(`Error 404 at ${NETWORK.id}`)],
    begun: new Set<string>(),
    read: new Set<string>(),
  };
  expect([...importVerdicts(events, [project, NETWORK]).absent]).toEqual([NETWORK.address]);
});

test('An error without an id is about the import whose reading began and did not end', () => {
  const begun = [NETWORK.address, ROUTER.address];
  expect(
    verdicts([error('Error when reading or editing Router "labs"')], { begun, read: [NETWORK.address] }),
  ).toEqual({
    absent: [],
    unread: [`${ROUTER.address}: Error when reading or editing Router "labs"`],
  });
});

test('Of several readings that did not end, the error is about the one whose name it tells', () => {
  const begun = [NETWORK.address, OTHER.address];
  expect(verdicts([error('cannot read release amara-o')], { begun }).unread).toEqual([
    `${OTHER.address}: cannot read release amara-o`,
  ]);
});

test('An error before any reading is about the import whose whole name it tells', () => {
  expect(verdicts([error('Unable to import', 'release amara: not found')])).toEqual({
    absent: [RELEASE.address],
    unread: [],
  });
});

test.each([
  'Cannot import non-existent remote object',
  'googleapi: Error 404: The network was not found, notFound',
  'Error 403: Compute Engine API has not been used in project lab-c1 before or it is disabled.',
  'Error 403: compute.googleapis.com is off (SERVICE_DISABLED)',
  'While attempting to import with ID "x", the provider returned no instance states.',
])('Some errors say that nothing stands: %s', (text) => {
  expect(verdicts([error(text)], { begun: [NETWORK.address] })).toEqual({
    absent: [NETWORK.address],
    unread: [],
  });
});

test.each([
  'googleapi: Error 403: Permission denied on resource project lab-c1',
  'googleapi: Error 500: backend',
])('Others leave it open: %s', (text) => {
  expect(verdicts([error(text)], { begun: [NETWORK.address] }).unread).toEqual([
    `${NETWORK.address}: ${text}`,
  ]);
});

test('What one error says is missing and another cannot read is not taken for missing', () => {
  const errors = [error('Error 404: notFound'), error('Error 500: backend')];
  expect(verdicts(errors, { begun: [NETWORK.address, ROUTER.address] })).toEqual({
    absent: [],
    unread: [`${NETWORK.address}: Error 500: backend`, `${ROUTER.address}: Error 500: backend`],
  });
});

test('An error that is about none of the imports judges none', () => {
  expect(verdicts([error('Invalid provider configuration', 'Attribute "labs-2" is wrong')])).toEqual({
    absent: [],
    unread: [],
  });
});
