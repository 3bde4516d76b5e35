import { simulatedProviders } from '../../../src/app/rehearse/simulated-providers';
import { storedKind } from '../../../src/rehearsal/provider/stored-kind';
import { BUCKET_SCHEMA } from '../../rehearsal/provider/sample-bucket';

const HELM = storedKind('helm_release', BUCKET_SCHEMA);

test('Types that stacks use are served by their provider; what nobody simulates is only stored, and told', () => {
  const used = {
    resources: [
      'github_repository',
      'google_pubsub_topic',
      'google_storage_bucket',
      'helm_release',
      'terraform_data',
    ],
    dataSources: ['google_project'],
  };
  const { providers, storedOnly } = simulatedProviders(used, HELM);
  expect(providers.map(({ source, schema }) => [source, [...schema.resources.keys()]])).toEqual([
    ['registry.terraform.io/hashicorp/google', ['google_pubsub_topic', 'google_storage_bucket']],
    ['registry.terraform.io/hashicorp/helm', ['helm_release']],
    ['registry.terraform.io/integrations/github', ['github_repository']],
  ]);
  expect(storedOnly).toEqual(['google_pubsub_topic']);
  expect(providers[0]!.resources.get('google_pubsub_topic')!.type).toBe('google_pubsub_topic');
  expect(providers[1]!.resources.get('helm_release')).toBe(HELM);
});

test('What no stack uses has no schema', () => {
  const { providers, storedOnly } = simulatedProviders({ resources: [], dataSources: [] }, HELM);
  expect(providers.map(({ schema }) => schema.resources.size)).toEqual([0, 0, 0]);
  expect(storedOnly).toEqual([]);
});
