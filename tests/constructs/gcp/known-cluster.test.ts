import { TerraformOutput } from 'cdktf';
import type { KnownClusterProps } from '../../../constructs/gcp/known-cluster';
import { KnownCluster } from '../../../constructs/gcp/known-cluster';
import { projectId } from '../../../src/core/domain/ids';
import { synthConstruct } from './synth-construct';

const props: Required<KnownClusterProps> = {
  projectId: projectId('w255-spring27-c1'),
  name: 'w255-spring27-c1',
  location: 'us-west1',
};
const out = synthConstruct((stack) => {
  const known = new KnownCluster(stack, 'cell', props);
  for (const key of ['project', 'projectNumber', 'endpoint'] as const) {
    new TerraformOutput(stack, key, { value: known[key] });
  }
});

test('A known cluster makes nothing and reads no state: it is looked up by name', () => {
  expect(out.counts()).toEqual({});
  expect(out.counts('data')).toEqual({ google_project: 1, google_container_cluster: 1 });
  expect(out.one('google_project', 'data')).toEqual({ project_id: 'w255-spring27-c1' });
  expect(out.one('google_container_cluster', 'data')).toEqual({
    project: 'w255-spring27-c1',
    name: 'w255-spring27-c1',
    location: 'us-west1',
  });
});

test('Project, number and DNS endpoint come from what was found', () => {
  const { output } = JSON.parse(out.text);
  expect(output.project.value).toMatch(/^\$\{data\.google_project\.cell_Project_\w+\.project_id\}$/);
  expect(output.projectNumber.value).toMatch(/^\$\{data\.google_project\.cell_Project_\w+\.number\}$/);
  expect(output.endpoint.value).toMatch(
    /^\$\{data\.google_container_cluster\.cell_Cluster_\w+\.control_plane_endpoints_config\[0\]\.dns_endpoint_config\[0\]\.endpoint\}$/,
  );
});
