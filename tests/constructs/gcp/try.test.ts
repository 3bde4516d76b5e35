import { projectId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time'; const toInstant = (t: string) => t as Instant;
import { GkeCluster } from '../../../constructs/gcp/gke-cluster';
import { LabProject } from '../../../constructs/gcp/lab-project';
import { LabZone } from '../../../constructs/gcp/lab-zone';
import { HostCertificate } from '../../../constructs/gcp/host-certificate';
import { NodeIdentity } from '../../../constructs/gcp/node-identity';
import { ProjectAccess } from '../../../constructs/gcp/project-access';
import { KnownCluster } from '../../../constructs/gcp/known-cluster';
import { ClusterConnection } from '../../../constructs/gcp/cluster-connection';
import { ChartRelease } from '../../../constructs/gcp/chart-release';
import { synthConstruct, aNetwork } from './synth-construct';
test('x', () => {
  const out = synthConstruct((stack) => {
    const id = projectId('w255-spring27-c1');
    const project = new LabProject(stack, 'project', { projectId: id, folder: '123', billingAccount: 'A', labels: {a:'b'}, apis: ['compute.googleapis.com','container.googleapis.com'] });
    const network = aNetwork(stack);
    const c = new GkeCluster(stack, 'cluster', { project: project.ref, projectId: id, name: 'w', location: 'us-west1', network, releaseChannel: 'REGULAR', maintenance: { startTime: toInstant('2027-01-01T00:00:00Z'), endTime: toInstant('2027-01-01T00:00:00Z'), recurrence: 'FREQ=DAILY', exclusions: [] }, labels: {}, dependsOn: [project.ready] });
    const zone = new LabZone(stack, 'zone', { project: project.ref, domain: 'labs.example.edu', labels: {} });
    new HostCertificate(stack, 'cert', { project: project.ref, zone, authorizationDomain: 'labs.example.edu', domains: ['labs.example.edu', '*.labs.example.edu'], labels: {} });
    const n = new NodeIdentity(stack, 'nodes', { project: project.ref });
    new ProjectAccess(stack, 'access', { project: project.ref, grants: [...n.grants, {role: 'roles/logging.viewer', members: ['user:a@example.edu', n.member], expires: toInstant('2027-01-01T00:00:00Z')}] });
    const k = new KnownCluster(stack, 'known', { projectId: id, name: 'w', location: 'us-west1' });
    new ClusterConnection(stack, 'conn', { endpoint: k.endpoint });
    new ChartRelease(stack, 'rel', { name: 'r', namespace: 'n', chart: './charts/r', contentHash: 'abc' });
    new ClusterConnection(stack, 'conn2', { endpoint: c.endpoint, alias: 'c2' });
  });
  console.log(JSON.stringify(JSON.parse(out.text), (k, v) => k === '//' ? undefined : v, 1));
});
