import { SimulatedListing } from '../../../src/app/rehearse/simulated-listing';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { billingAccountName } from '../../../src/rehearsal/provider/cloud-names';

const [OURS, OTHERS] = ['0A1B2C-3D4E5F-6A7B8C', '9A9B9C-9D9E9F-9A9B9C'];

function aCloud(): Cloud {
  const cloud = new Cloud(0);
  for (const account of [OURS, OTHERS])
    cloud.insert({
      name: `//billingbudgets.googleapis.com/billingAccounts/${account}/budgets/1`,
      type: 'billingbudgets.googleapis.com/Budget',
      parent: billingAccountName(account),
      madeBy: 'terraform',
      data: { id: `billingAccounts/${account}/budgets/1`, name: '1', display_name: `Budget of ${account}` },
    });
  for (const project of ['lab-c1', 'lab-c2'])
    cloud.insert({
      name: `//monitoring.googleapis.com/projects/${project}/notificationChannels/7`,
      type: 'monitoring.googleapis.com/NotificationChannel',
      project,
      madeBy: 'terraform',
      data: {
        name: `projects/${project}/notificationChannels/7`,
        display_name: 'Instructor',
        type: 'email',
        labels: { email_address: 'ines.duarte@example.edu' },
      },
    });
  // Something else in the same places.
  cloud.insert({
    name: '//storage.googleapis.com/lab',
    type: 'storage.googleapis.com/Bucket',
    project: 'lab-c1',
    parent: billingAccountName(OURS),
    madeBy: 'people',
    data: { name: 'lab' },
  });
  return cloud;
}

const list = (type: string, place: string) => new SimulatedListing(aCloud()).list({ type, place });

test('It lists the budgets of one account in the words of Google’s API', async () => {
  expect(await list('google_billing_budget', OURS)).toEqual({
    ok: true,
    entries: [{ name: `billingAccounts/${OURS}/budgets/1`, displayName: `Budget of ${OURS}` }],
  });
});

test('It lists the notification channels of one project in the words of Google’s API', async () => {
  expect(await list('google_monitoring_notification_channel', 'lab-c2')).toEqual({
    ok: true,
    entries: [
      {
        name: 'projects/lab-c2/notificationChannels/7',
        displayName: 'Instructor',
        type: 'email',
        labels: { email_address: 'ines.duarte@example.edu' },
      },
    ],
  });
});

test('A type that nobody lists is an error of ours', () => {
  expect(() => list('google_storage_bucket', 'lab-c1')).toThrow(
    new Error('the simulated cloud lists no google_storage_bucket'),
  );
});
