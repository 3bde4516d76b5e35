import type { RehearsalReport, StepReport } from '../../../../src/app/rehearse/report/report';
import { withTotals } from '../../../../src/app/rehearse/report/report';

export const step = (name: string, more: Partial<StepReport> = {}): StepReport => ({
  name,
  action: 'deploy',
  outcome: 'done',
  seconds: 10,
  virtualSeconds: 600,
  waits: [],
  added: 0,
  changed: 0,
  destroyed: 0,
  kept: 508,
  faults: [],
  findings: [],
  processes: [],
  ...more,
});

const PROCESSES = [
  { name: 'rehearsal', peakMiB: 168.4 },
  { name: 'terraform', peakMiB: 131.2 },
  { name: 'cdktf', peakMiB: 305 },
];

/** A term in which everything went well. */
export const GOOD: RehearsalReport = withTotals({
  cohort: 'w255-spring27',
  scenario: 'A term in short',
  students: 60,
  engine: 'cdktf',
  terraformVersion: '1.11.4',
  steps: [
    step('Deploy the class', {
      seconds: 48.3,
      virtualSeconds: 1864,
      added: 508,
      kept: 0,
      processes: PROCESSES,
      waits: [
        { about: 'google_container_cluster labs', seconds: 420 },
        { about: 'Artifact Registry: one repository per 2 s and project', seconds: 150 },
      ],
    }),
    step('re-apply', { action: 're-apply', seconds: 11.9, virtualSeconds: 95 }),
    step('A student comes late', {
      action: 'add',
      seconds: 14.2,
      virtualSeconds: 140,
      added: 6,
      changed: 3,
      kept: 505,
    }),
    step('A student leaves', {
      action: 'drop',
      seconds: 21,
      virtualSeconds: 188,
      changed: 3,
      destroyed: 6,
      kept: 505,
    }),
    step('Take all away', { action: 'teardown', seconds: 33, virtualSeconds: 1310, destroyed: 508, kept: 0 }),
  ],
  assetsLeft: [],
  real: ['terraform 1.11.4 and cdktf 0.21.0, unchanged', 'the synthesised files, byte for byte'],
  simulated: [
    'Google Cloud and its provider: the resources, limits and latencies that docs/rehearsal.md lists',
    'the cluster: objects are checked for their structure and kept in memory',
  ],
  storedOnlyTypes: [],
});

const TERRAFORM_SAID = [
  'Error: googleapi: Error 409: projects/w255-spring27-c1/locations/us-west1/repositories/amara-okafor already exists, alreadyExists',
  '',
  '  with google_artifact_registry_repository.amara-okafor_repository_Resource_0B5C1D2E,',
  '  on cdk.tf.json line 42, in resource.google_artifact_registry_repository.amara-okafor_repository_Resource_0B5C1D2E:',
].join('\n');

/** A term in which something was found, failed and left over. */
export const BAD: RehearsalReport = withTotals({
  ...GOOD,
  seed: 17,
  engine: 'terraform',
  steps: [
    ...GOOD.steps.slice(0, 2),
    step('A student comes late, on a day on which Google refuses nearly everything', {
      action: 'add',
      outcome: 'failed',
      seconds: 14.2,
      virtualSeconds: 140,
      added: 2,
      faults: ['Google refuses 2 creates of google_storage_bucket from the 1st on with 429'],
      findings: [
        {
          invariant: 'message-names-cause',
          where: 'shard-1-02',
          message: TERRAFORM_SAID,
          remedy: 'run "practicum recover": it adopts what was made and not written down',
        },
        {
          invariant: 'others-untouched',
          where: '//storage.googleapis.com/w255-spring27-zoe-lefevre',
          message: 'changed: labels <none> | "drop"',
        },
      ],
    }),
    step('A dead run holds the lock', { outcome: 'failed as expected', virtualSeconds: 0 }),
    step('Take all away', { action: 'teardown', seconds: 33, virtualSeconds: 1310, destroyed: 508, kept: 0 }),
  ],
  assetsLeft: [
    {
      name: '//compute.googleapis.com/projects/w255-spring27-c1/zones/us-west1-a/disks/pvc-0f3b9c1e',
      type: 'compute.googleapis.com/Disk',
      owner: 'amara-okafor',
      cause: 'the cluster was deleted before its volume claims',
    },
    {
      name: '//dns.googleapis.com/projects/example/managedZones/w255',
      type: 'dns.googleapis.com/ManagedZone',
    },
  ],
  storedOnlyTypes: ['google_logging_project_bucket_config', 'google_monitoring_notification_channel'],
});
