import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import picocolors from 'picocolors';
import { program } from '../../../src/app/program';
import { fixture } from '../../core/leaks/judged';
import { run } from '../recorded-terminal';
import { temporaryFolder } from '../temporary-folder';

const SHARED = ['--cohort', join(HOME, 'examples', 'tier-namespace'), '--at', '2027-05-01T00:00'];
const W255 = ['--cohort', join(HOME, 'examples', 'w255-spring'), '--at', '2027-05-01T00:00'];

const ALL = [
  'addresses.json', 'buckets.json', 'budgets.json', 'disks.json', 'firewall-rules.json', 'iam-policies.ndjson',
  'load-balancers.json', 'notification-channels.json', 'projects.json', 'repositories.json', 'search.ndjson',
  'snapshots.json', 'soft-deleted.json',
].map(fixture); // prettier-ignore

interface Certificate {
  readonly verdict: string;
  readonly sha256: string;
  readonly leftovers: readonly { readonly type: string; readonly whose: { readonly tenant?: string } }[];
}

test('After a rehearsed teardown nothing is left', async () => {
  const { code, out, err } = await run('leaks', fixture('rehearsal-torn-down.json'), ...SHARED);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('✓ tier-shared: nothing is left, by 1 inventory as of 2027-05-01T07:00:00Z.');
  expect(out).toContain('gcloud billing budgets list --billing-account=0A1B2C-3D4E5F-6A7B8C');
});

test('After a rehearsed deploy all kinds of the cohort’s things are listed, with the tenants whose they are', async () => {
  const { code, out } = await run('leaks', fixture('rehearsal-deployed.json'), ...SHARED, '--json');
  expect(code).toBe(1);
  const { leftovers } = JSON.parse(out) as Certificate;
  expect([...new Set(leftovers.map(({ type }) => type))].sort()).toEqual([
    'Artifact Registry repository', 'DNS authorization', 'DNS record', 'DNS zone', 'NAT', 'address', 'bucket', 'budget',
    'certificate', 'certificate map', 'certificate map entry', 'cluster', 'firewall rule', 'forwarding rule', 'network',
    'network endpoint group', 'node pool', 'notification channel', 'project', 'router', 'service account', 'subnetwork',
  ]); // prettier-ignore
  expect([...new Set(leftovers.flatMap(({ whose }) => whose.tenant ?? []))].sort()).toEqual([
    'amara-okafor',
    'bjork-g',
  ]);
});

test('All inventories together make one certificate, the same whatever order they come in', async () => {
  const folder = temporaryFolder();
  const first = await run('leaks', ...ALL, ...W255, '--json', '--out', join(folder, 'a'));
  const second = await run('leaks', ...[...ALL].reverse(), ...W255, '--json', '--out', join(folder, 'b'));
  expect(first).toEqual(second);
  expect(first.code).toBe(1);
  const written = (name: string, file: string): string => readFileSync(join(folder, name, file), 'utf8');
  expect(written('a', 'leak-certificate.json')).toBe(`${first.out}\n`);
  for (const file of ['leak-certificate.json', 'leak-certificate.md'])
    expect(written('a', file)).toBe(written('b', file));
  expect((JSON.parse(first.out) as Certificate).verdict).toBe('something left');
  expect(first.out).not.toContain('ines.duarte');
});

test('The terminal shows what, where, whose, why, cost and command in 80 columns', async () => {
  const { out } = await run('leaks', fixture('disks.json'), ...W255);
  expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  expect(out.split('\n').slice(0, 12)).toEqual([
    '✗ w255-spring27: 3 things are left, by 1 inventory as of 2027-05-01T07:00:00Z:',
    '  $0.39 a day.',
    '',
    'disk pvc-1c6d1c1e-2222-4c5e-9d1f-0a0b0c0d0e0f',
    '  where   w255-spring27-c1, us-west1',
    '  whose   cell c1, w255-spring27',
    '  why     GKE made it for PersistentVolumeClaim',
    '          practicum-monitoring/prometheus-0; deleting a cluster does not delete',
    '          the disks of its claims',
    '  costs   $0.22 a day',
    '  remove  gcloud compute disks delete pvc-1c6d1c1e-2222-4c5e-9d1f-0a0b0c0d0e0f \\',
    '            --region=us-west1 --project=w255-spring27-c1',
  ]);
});

test('Colours change nothing but colours', async () => {
  const printed = async (colours: boolean): Promise<string> => {
    const lines: string[] = [];
    const colors = picocolors.createColors(colours);
    const nothing = (): void => undefined;
    const print = (line = ''): void => void lines.push(line);
    const terminal = { colors, print, note: print, progress: nothing, done: nothing, width: 80, interactive: false }; // prettier-ignore
    await program(terminal).run(['leaks', ...ALL, ...W255]);
    return lines.join('\n');
  };
  const coloured = await printed(true);
  expect(coloured).toContain('\u001b[');
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(await printed(false));
});

test('The same inventory as UTF-16 with a byte order mark, as PowerShell writes it, is read', async () => {
  const file = join(temporaryFolder(), 'disks.json');
  writeFileSync(file, Buffer.from(`\uFEFF${readFileSync(fixture('disks.json'), 'utf8')}`, 'utf16le'));
  expect((await run('leaks', file, ...W255)).out).toContain('3 things are left');
});

test('A folder that cannot be written to is told, and nothing is written', async () => {
  const file = join(temporaryFolder(), 'here');
  writeFileSync(file, 'kept');
  const { code, err } = await run('leaks', fixture('disks.json'), ...W255, '--out', join(file, 'x'));
  expect(code).toBe(2);
  expect(err).toContain('the certificate cannot be written there');
  expect(readFileSync(file, 'utf8')).toBe('kept');
  expect(existsSync(join(file, 'x'))).toBe(false);
});

test('Without an inventory the command line is wrong', async () => {
  const { code, err } = await run('leaks', ...W255);
  expect(code).toBe(2);
  expect(err).toContain("missing required argument 'inventory'");
});
