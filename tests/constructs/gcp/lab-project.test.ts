import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { LabProjectProps } from '../../../constructs/gcp/lab-project';
import { LabProject } from '../../../constructs/gcp/lab-project';
import { projectId } from '../../../src/core/domain/ids';
import { synthConstruct } from './synth-construct';

const props: Required<LabProjectProps> = {
  projectId: projectId('w255-spring27-c1'),
  folder: '123456789012',
  billingAccount: '01ABCD-234567-89EF01',
  labels: { cohort: 'w255-spring27' },
  apis: ['container.googleapis.com', 'compute.googleapis.com', 'container.googleapis.com'],
};

const synth = (change: Partial<LabProjectProps> = {}) =>
  synthConstruct((stack) => {
    new LabProject(stack, 'project', { ...props, ...change });
  });

test('A project is one project, a service for each API and one thing to depend on', () => {
  expect(synth().counts()).toEqual({ google_project: 1, google_project_service: 2, terraform_data: 1 });
});

test('The project has no default network, and teardown may delete it', () => {
  expect(synth().one('google_project')).toEqual({
    project_id: 'w255-spring27-c1',
    name: 'w255-spring27-c1',
    folder_id: '123456789012',
    billing_account: '01ABCD-234567-89EF01',
    labels: { cohort: 'w255-spring27' },
    auto_create_network: false,
    deletion_policy: 'DELETE',
  });
});

test('A service stays enabled when its resource is destroyed', () => {
  const services = synth().all('google_project_service');
  expect(services).toEqual(
    ['compute.googleapis.com', 'container.googleapis.com'].map((service) => ({
      project: expect.stringMatching(/^\$\{google_project\.project_\w+\.project_id\}$/),
      service,
      disable_on_destroy: false,
    })),
  );
});

test('The thing to depend on waits for every service', () => {
  const out = synth();
  expect(out.one('terraform_data')).toEqual({
    depends_on: out.addresses('google_project_service').map((address) => `google_project_service.${address}`),
  });
});

test('What depends on the project names one address', () => {
  const out = synthConstruct((stack) => {
    const project = new LabProject(stack, 'project', props);
    new ServiceAccount(stack, 'user', {
      accountId: 'user',
      description: project.number,
      dependsOn: [project.ready],
    });
  });
  expect(out.one('google_service_account')).toMatchObject({
    description: expect.stringMatching(/^\$\{google_project\.project_\w+\.number\}$/),
    depends_on: [expect.stringMatching(/^terraform_data\.project_Ready_\w+$/)],
  });
});

test('The order of the APIs makes no difference', () => {
  expect(synth({ apis: [...props.apis].reverse() }).text).toBe(synth().text);
});

test('A folder that is not a number is refused', () => {
  expect(() => synth({ folder: 'folders/12' })).toThrow(
    new Error('stack/project: folder "folders/12" is not allowed: write the folder\'s number, digits only'),
  );
});
