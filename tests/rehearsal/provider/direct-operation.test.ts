import { projectName, serviceName } from '../../../src/rehearsal/provider/cloud-names';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import { projectCloud, refusal } from './sample-cloud';

const cloud = projectCloud('storage.googleapis.com');

test('What is needed must stand', async () => {
  const { need } = directOperation(cloud);
  expect(need(projectName('w255'), 'the project').name).toBe(projectName('w255'));
  expect(await refusal(() => need(projectName('w256'), 'The project w256 was not found'))).toBe(
    'googleapi: Error 404: The project w256 was not found, notFound',
  );
});

test('An API must be on, in a project that is there', async () => {
  const { needApi } = directOperation(cloud);
  expect(() => needApi('w255', 'storage.googleapis.com')).not.toThrow();
  expect(await refusal(() => needApi('w255', 'dns.googleapis.com'))).toBe(
    'googleapi: Error 403: dns.googleapis.com has not been used in project w255 before or it is disabled; ' +
      'enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED), forbidden',
  );
  expect(await refusal(() => needApi('w256', 'storage.googleapis.com'))).toBe(
    'googleapi: Error 403: Permission denied on resource project w256 (or it may not exist), forbidden',
  );
});

test('It takes no time, and knows how the provider is configured', () => {
  const { wait, provider } = directOperation(cloud, { region: 'us-west1' });
  wait(3600, 'a cluster');
  expect(cloud.tryFind(serviceName('w255', 'storage.googleapis.com'))).toBeDefined();
  expect(provider).toEqual({ region: 'us-west1' });
  expect(directOperation(cloud).provider).toEqual({});
});
