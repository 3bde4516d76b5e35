import { CellServicesStack } from '../../stacks/cell-services.stack';
import { examplePlan, theCell } from './example-plans';
import { aChart, partOf, synthStack } from './synth-stack';

const synth = (chart = aChart('services')) => {
  const plan = examplePlan('w255-spring');
  const cell = theCell(plan);
  return synthStack((app) => new CellServicesStack(app, { plan, cell, cluster: cell.cluster!, chart }));
};

test('What tenants share is one release in the cluster that the cell’s stack made, and nothing else', () => {
  const output = synth();
  expect(output.counts()).toEqual({ helm_release: 1 });
  expect(output.counts('data')).toEqual({ google_container_cluster: 1, google_project: 1 });
  expect(output.one('google_container_cluster', 'data')).toEqual({
    project: 'w255-spring27-c1',
    name: 'w255-spring27-c1',
    location: 'us-west1',
  });
  expect(partOf(output, 'output')).toBeUndefined();
});

test('The release makes the system’s namespace and stands in it', () => {
  expect(synth().one('helm_release')).toMatchObject({
    name: 'practicum-services',
    namespace: 'practicum-system',
    create_namespace: true,
    chart: './charts/services',
    wait: true,
  });
});

test('Another content is another release', () => {
  const release = (contentHash: string) =>
    synth({ path: './charts/services', contentHash }).one('helm_release');
  expect(release('a')['values']).toEqual(['{"contentHash":"a"}']);
  expect(release('b')).not.toEqual(release('a'));
});

test('Whoever deploys signs in by the plugin, at the cluster’s DNS endpoint', () => {
  expect(synth().providers('helm')).toEqual([
    {
      kubernetes: {
        host: expect.stringMatching(
          /^https:\/\/\$\{data\.google_container_cluster\.\w+\.control_plane_endpoints_config\[0\]\.dns_endpoint_config\[0\]\.endpoint\}$/,
        ),
        exec: {
          api_version: 'client.authentication.k8s.io/v1beta1',
          command: 'gke-gcloud-auth-plugin',
        },
      },
    },
  ]);
});

test('State is kept under the cohort and the stack', () => {
  expect(partOf(synth(), 'terraform')).toMatchObject({
    backend: { gcs: { bucket: 'example-w255-spring27-state', prefix: 'w255-spring27/cell-1-services' } },
  });
});
