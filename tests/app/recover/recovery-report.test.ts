import picocolors from 'picocolors';
import {
  describedAdoptions,
  describedLock,
  describedRecovery,
} from '../../../src/app/recover/recovery-report';
import type { StackRecovery } from '../../../src/app/recover/stack-recovery';

const PAGE = { colors: picocolors.createColors(false), width: 80 };
const NOTHING: StackRecovery = {
  stack: 'cell-1',
  adopted: [],
  notAdopted: [],
  tainted: [],
  unseen: [],
  toCreate: 0,
};
const ENTRY = {
  address: 'google_certificate_manager_certificate_map_entry.amara-okafor_Own_Entry_237187A0',
  id: 'projects/tier-cluster-amara-okafor/locations/global/certificateMaps/labs/certificateMapEntries/labs-wildcard',
};

const text = (recovery: Partial<StackRecovery>): string =>
  describedRecovery({ ...NOTHING, ...recovery }, PAGE).join('\n');

test('Of a stack in order nothing is told', () => {
  expect(text({})).toBe('');
});

test('What was done is told in a line each', () => {
  const lock = { id: 'dead', released: true };
  expect(text({ lock, stateSaved: true, adopted: [ENTRY] })).toBe(`✓ cell-1: the lock is released
✓ cell-1: the state that was not saved is in its backend
✓ cell-1: 1 resource adopted into the state`);
});

test('What was not adopted is told with its id and the reason, in 80 columns', () => {
  const why = 'the next deploy would destroy it and make it anew, since it stands with another location';
  expect(text({ notAdopted: [{ ...ENTRY, why }] })).toBe(`✗ cell-1: 1 resource could not be adopted
    google_certificate_manager_certificate_map_entry.amara-okafor_Own_Entry_237187A0
      projects/tier-cluster-amara-okafor/locations/global/certificateMaps/labs/
      certificateMapEntries/labs-wildcard
      the next deploy would destroy it and make it anew, since it stands with
      another location`);
});

test('What a person has to do first is told in commands that are not broken', () => {
  const account = 'billingAccounts/0A1B2C-3D4E5F-6A7B8C/budgets';
  const mend = ['2', '3'].map(
    (id) => `gcloud billing budgets delete ${account}/6ba7b810-9dad-41d1-80b4-00c04fd430c${id}`,
  );
  const why = 'keep this one, delete the others, and recover again:';
  expect(text({ notAdopted: [{ address: 'google_billing_budget.b', id: `${account}/1`, why, mend }] })).toBe(
    `✗ cell-1: 1 resource could not be adopted
    google_billing_budget.b
      ${account}/1
      ${why}
      ${mend[0]}
      ${mend[1]}`,
  );
});

test('What the next deploy does to what was made with an error is told', () => {
  expect(text({ tainted: ['google_container_cluster.c'] })).toBe(
    `! cell-1: made with an error; the next deploy destroys and makes anew
    google_container_cluster.c`,
  );
});

test('What nobody can tell is told with the command that shows it, once for all that it shows', () => {
  const look = 'gcloud billing budgets list --billing-account 0A1B2C-3D4E5F-6A7B8C';
  const why = 'Google makes up the names of budgets';
  const budget = (name: string) => ({ address: `google_billing_budget.${name}`, why, look });
  const other = { address: 'google_monitoring_notification_channel.c', why: 'So', look: 'gcloud beta' };
  expect(text({ unseen: [budget('a'), other, budget('b')] })).toBe(
    `! cell-1: may stand already, and would be made a second time
    google_billing_budget.a
    google_billing_budget.b
      Google makes up the names of budgets; this shows what stands:
      gcloud billing budgets list --billing-account 0A1B2C-3D4E5F-6A7B8C
    google_monitoring_notification_channel.c
      So; this shows what stands:
      gcloud beta`,
  );
});

test('A stack that waits, and one with a problem, say for what and which', () => {
  expect(text({ waitsFor: 'cell-1-services' })).toBe(
    `! cell-1: cannot be looked at before cell-1-services is deployed; deploy, then
  recover again if it fails`,
  );
  expect(text({ problem: 'its state is locked', lock: { id: 'dead', released: false } })).toBe(
    '✗ cell-1: its state is locked',
  );
});

test('Colours take no room', () => {
  const colors = picocolors.createColors(true);
  const [line] = describedRecovery({ ...NOTHING, waitsFor: 'cell-1-services' }, { ...PAGE, colors });
  expect(line).toBe(
    `${colors.yellow('!')} cell-1: cannot be looked at before cell-1-services is deployed; deploy, then
  recover again if it fails`,
  );
});

test.each([
  ['2027-01-11 08:00:00.374146969 +0000 UTC', '2027-01-11 08:00:00 UTC'],
  ['2027-01-11T08:00:00.16700653Z', '2027-01-11 08:00:00 UTC'],
  ['some time ago', 'some time ago'],
])('A lock is told with who holds it, for what and since when: %s', (created, shown) => {
  const lock = { id: '1794902400123456', who: 'ines@laptop', operation: 'apply', created };
  const told = describedLock('cell-1', lock, { ...PAGE, width: 200 });
  expect(told).toEqual([
    `cell-1: its state is locked by ines@laptop for "terraform apply" since ${shown}`,
    '    lock 1794902400123456',
  ]);
});

test('A lock of which only the id is known is told by it', () => {
  expect(describedLock('cell-1', { id: 'dead' }, PAGE)).toEqual([
    'cell-1: its state is locked',
    '    lock dead',
  ]);
});

test('Of many adoptions the first 20 are shown, and how many there are', () => {
  const all = Array.from({ length: 23 }, (_, n) => ({ address: `google_project.p${n}`, id: `lab-${n}` }));
  const lines = describedAdoptions('shard-1-01', all, PAGE);
  expect(lines[0]).toBe('shard-1-01: 23 resources outside the state');
  expect(lines.slice(-3)).toEqual([
    '    google_project.p19',
    '      lab-19',
    '    … and 3 more; --json has them all',
  ]);
  expect(describedAdoptions('shard-1-01', all.slice(0, 20), PAGE).at(-1)).toBe('      lab-19');
});
