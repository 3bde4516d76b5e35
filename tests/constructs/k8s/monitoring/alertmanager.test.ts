import { Alertmanager } from '../../../../constructs/k8s/monitoring/alertmanager';
import { findManifest } from '../synth-construct';
import { fromProgram, madeProgram } from './a-program';

const make = (config = 'route: {}', smtpPort?: number) =>
  madeProgram('alertmanager', (chart) => {
    new Alertmanager(chart, 'Alerts', {
      image: 'alertmanager:1',
      config,
      placement: {},
      ...(smtpPort === undefined ? {} : { smtpPort }),
    });
  });

test('Prometheus alone sends to it, and it sends to nobody where there is no mail server', () => {
  const { network } = make();
  expect(network.ingress).toEqual([
    { from: [fromProgram('prometheus')], ports: [{ protocol: 'TCP', port: 9093 }] },
  ]);
  expect(network).not.toHaveProperty('egress');
});

test('With a mail server it sends to that port alone', () => {
  expect(make('route: {}', 587).network.egress).toEqual([
    { to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ protocol: 'TCP', port: 587 }] },
  ]);
});

test('The password of the mail server is a Secret that staff make, and stands in no file', () => {
  const { all, pod } = make();
  expect(pod.spec.volumes).toContainEqual({
    name: 'smtp',
    secret: { secretName: 'alertmanager-smtp', optional: true },
  });
  expect(all.filter(({ kind }) => kind === 'Secret')).toEqual([]);
});

test('It has no right in the cluster and no token, and gossips with nobody', () => {
  const { all, pod } = make();
  expect(all.filter(({ kind }) => kind.startsWith('ClusterRole'))).toEqual([]);
  expect(pod.spec.automountServiceAccountToken).toBe(false);
  expect(pod.spec.containers[0]!.args).toContain('--cluster.listen-address=');
});

test('Its file is what it is given, and a change of it restarts the pod', () => {
  expect(findManifest(make('a: 1').all, 'ConfigMap', 'alertmanager')['data']).toEqual({
    'alertmanager.yml': 'a: 1',
  });
  expect(make('a: 1').pod.metadata).not.toEqual(make('a: 2').pod.metadata);
});
