import { DashboardFiles } from '../../../../constructs/k8s/monitoring/dashboard-files';
import { findManifest } from '../synth-construct';
import { TENANTS, fromProgram, madeProgram } from './a-program';

const made = madeProgram('dashboards', (chart) => {
  new DashboardFiles(chart, 'Dashboards', { image: 'nginx:1', files: { 'a.json': '{}' }, placement: {} });
});

test('Tenants and the staff’s Grafana read it, and it sends to nobody', () => {
  expect(made.network.ingress).toEqual([
    { from: [TENANTS, fromProgram('grafana')], ports: [{ protocol: 'TCP', port: 8080 }] },
  ]);
  expect(made.network).not.toHaveProperty('egress');
});

test('It gives out the dashboards and takes nothing in', () => {
  expect(findManifest(made.all, 'ConfigMap', 'dashboards')['data']).toEqual({ 'a.json': '{}' });
  const conf = findManifest(made.all, 'ConfigMap', 'dashboards-server')['data'] as Record<string, string>;
  expect(conf['nginx.conf']).toContain('limit_except GET { deny all; }');
  expect(conf['nginx.conf']).toContain('autoindex off;');
  expect(made.pod.spec.automountServiceAccountToken).toBe(false);
});
