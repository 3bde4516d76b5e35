import { RunService, runAgent } from '../../../constructs/gcp/run-service';
import type { RunServiceProps } from '../../../constructs/gcp/run-service';
import { projectNumberRef } from '../../../constructs/gcp/refs';
import { INSTANCE } from '../../../src/core/catalogue/cloud-run/instances';
import type { Instant } from '../../../src/core/domain/time';
import { aProject, reference, standing, synthConstruct } from './synth-construct';

const synth = (change: Partial<RunServiceProps> = {}) =>
  synthConstruct((stack) => {
    new RunService(stack, 'service', {
      project: aProject(stack),
      location: 'us-west1',
      name: 'ada',
      labels: { 'managed-by': 'practicum' },
      accountId: 'serverless-ada',
      image: 'us-docker.pkg.dev/cloudrun/container/hello',
      maxInstances: 2,
      developers: ['user:ada@example.edu'],
      callers: ['user:ada@example.edu', 'user:ines@example.edu'],
      expires: '2027-05-01T04:00:00Z' as Instant,
      ...change,
    });
  });

test('A service runs as an account of its own, asks who calls, and can be destroyed', () => {
  const service = synth().one('google_cloud_run_v2_service');
  expect(service).toMatchObject({
    project: '${local.given_project}',
    name: 'ada',
    invoker_iam_disabled: false,
    deletion_protection: false,
    template: {
      scaling: { min_instance_count: 0, max_instance_count: 2 },
      // What tables of costs count with.
      containers: [
        { resources: { limits: { cpu: String(INSTANCE.vcpus), memory: `${INSTANCE.gib * 1024}Mi` } } },
      ],
    },
  });
  expect(JSON.stringify(service['template'])).toMatch(
    /"service_account":"\$\{google_service_account\..+\.email\}"/,
  );
});

test('What a developer deploys stays; account, instances and networks are put back', () => {
  const { ignore_changes: ignored } = synth().one('google_cloud_run_v2_service')['lifecycle'] as {
    ignore_changes: readonly string[];
  };
  expect(ignored).toContain('template[0].containers');
  for (const kept of ['service_account', 'scaling', 'vpc_access', 'volumes'])
    expect(ignored).not.toContain(`template[0].${kept}`);
  expect(ignored).not.toContain('template');
  expect(ignored).not.toContain('invoker_iam_disabled');
});

test('Developers deploy to this service only, and to the end of the term', () => {
  const output = synth();
  expect(output.one('google_service_account_iam_binding')).toMatchObject({
    role: 'roles/iam.serviceAccountUser',
    members: ['user:ada@example.edu'],
    condition: { expression: 'request.time < timestamp("2027-05-01T04:00:00Z")' },
  });
  expect(output.text).not.toContain('google_project_iam');
  expect(output.counts()).toEqual({
    google_cloud_run_v2_service: 1,
    google_cloud_run_v2_service_iam_binding: 2,
    google_service_account: 1,
    google_service_account_iam_binding: 1,
  });
});

test('Without developers and callers nobody holds anything', () => {
  expect(synth({ developers: [], callers: [] }).counts()).toEqual({
    google_cloud_run_v2_service: 1,
    google_service_account: 1,
  });
});

test('Account and service wait for what they are told to wait for', () => {
  const output = synthConstruct((stack) => {
    const first = standing(stack);
    new RunService(stack, 'service', {
      project: aProject(stack),
      location: 'us-west1',
      name: 'ada',
      labels: {},
      accountId: 'serverless-ada',
      image: 'hello',
      maxInstances: 1,
      developers: [],
      callers: [],
      expires: '2027-05-01T04:00:00Z' as Instant,
      dependsOn: [first],
    });
  });
  for (const type of ['google_service_account', 'google_cloud_run_v2_service'])
    expect(output.one(type)['depends_on']).toHaveLength(1);
});

test('Cloud Run has an account of its own in each project', () => {
  synthConstruct((stack) => {
    expect(runAgent(projectNumberRef(reference(stack, 'number')))).toMatch(
      /^serviceAccount:service-.+@serverless-robot-prod\.iam\.gserviceaccount\.com$/,
    );
  });
});
