import { GcloudListing } from '../../../src/app/recover/gcloud-listing';
import { Stopped } from '../../../src/app/recover/stack-terraform';
import { temporaryFolder } from '../temporary-folder';
import { fakeGcloud, gcloudCalls } from './fake-gcloud';

const ACCOUNT = '0A1B2C-3D4E5F-6A7B8C';
const BUDGETS = { type: 'google_billing_budget', place: ACCOUNT };
const CHANNELS = { type: 'google_monitoring_notification_channel', place: 'lab-c1' };

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const gcloud = (script: string): GcloudListing => new GcloudListing(fakeGcloud(folder, script));

/** Its name is that of the script. */
const named = (problem: string) => ({ ok: false, problem: problem.replace('gcloud', `${folder}/gcloud.sh`) });

test('Google’s words for what stands come from gcloud as JSON', async () => {
  const channel = {
    name: 'projects/lab-c1/notificationChannels/7',
    displayName: 'Instructor 844b623d',
    type: 'email',
    labels: { email_address: 'ines.duarte@example.edu' },
  };
  const written = JSON.stringify([
    { ...channel, enabled: true, creationRecord: { mutateTime: '2027-01-11' } },
  ]);
  const listing = gcloud(`echo 'WARNING: slow today' >&2; echo '${written}'`);
  expect(await listing.list(CHANNELS)).toEqual({ ok: true, entries: [channel] });
  expect(gcloudCalls(folder)).toEqual(['beta monitoring channels list --project lab-c1 --format=json']);
});

test('Each listing is asked for once, since many stacks share a billing account', async () => {
  const listing = gcloud('echo "[]"');
  await Promise.all([listing.list(BUDGETS), listing.list(BUDGETS)]);
  await listing.list(BUDGETS);
  expect(await listing.list(CHANNELS)).toEqual({ ok: true, entries: [] });
  expect(gcloudCalls(folder)).toEqual([
    `billing budgets list --billing-account ${ACCOUNT} --format=json`,
    'beta monitoring channels list --project lab-c1 --format=json',
  ]);
});

test.each([
  ['a sentence of several', 'ERROR: (gcloud.billing.budgets.list) You do not have an account.\nPlease run:\n\n  $ gcloud auth login', 'You do not have an account'],
  ['one of a line', 'WARNING: slow\nERROR: (gcloud.beta.monitoring.channels.list) PERMISSION_DENIED: The caller may not (googleapis.com). This command is authenticated as ines', 'PERMISSION_DENIED: The caller may not (googleapis.com)'],
  ['no command', 'ERROR: gcloud crashed (IOError): no space left', 'gcloud crashed (IOError): no space left'],
  ['other words', 'bad interpreter\npython is not there', 'python is not there'],
])('What gcloud complains of is told in one sentence: %s', async (_, said, sentence) => {
  const listing = gcloud(`cat >&2 <<'SAID'\n${said}\nSAID\nexit 1`);
  expect(await listing.list(BUDGETS)).toEqual(named(`gcloud says: ${sentence}`));
}); // prettier-ignore

test.each(['nothing', '{}', '[{"displayName":"Practicum lab-c1"}]'])(
  'An answer that is no list of what stands is no empty list: %s',
  async (answer) => {
    expect(await gcloud(`echo '${answer}'`).list(BUDGETS)).toEqual(named('what gcloud says is no list'));
  },
);

test('Where there is no gcloud, that is said, with how to say where it is', async () => {
  expect(await new GcloudListing('no-gcloud').list(BUDGETS)).toEqual({
    ok: false,
    problem: '"no-gcloud" cannot be run: say where gcloud is with --gcloud',
  });
});

test('It has the environment that it is given', async () => {
  const program = fakeGcloud(folder, 'echo "[{\\"name\\":\\"$PLACE\\"}]"');
  const listing = new GcloudListing(program, { ...process.env, PLACE: 'here' });
  expect(await listing.list(BUDGETS)).toEqual({ ok: true, entries: [{ name: 'here' }] });
});

test('Whoever stops us while gcloud lists stops the recovery', async () => {
  const listed = gcloud('exec sleep 60').list(BUDGETS);
  process.emit('SIGINT');
  await expect(listed).rejects.toThrow(Stopped);
});
