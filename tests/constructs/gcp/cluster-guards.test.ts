import { TerraformStack, Testing } from 'cdktf';
import type { ClusterProps } from '../../../constructs/gcp/cluster-guards';
import { clusterGuards } from '../../../constructs/gcp/cluster-guards';
import type { Instant } from '../../../src/core/domain/time';
import { clusterProps } from './a-cluster';

const props: Required<Omit<ClusterProps, 'securityGroup'>> = clusterProps(
  new TerraformStack(Testing.app(), 'stack'),
);
const { network } = props;

test('The guards hold every prop', () => {
  expect(clusterGuards(props)).toMatchObject({
    project: props.project,
    name: 'w255-spring27-c1',
    location: 'us-west1',
    network: network.network,
    subnetwork: network.subnetwork,
    ipAllocationPolicy: {
      clusterSecondaryRangeName: 'pods',
      servicesSecondaryRangeName: 'services',
      stackType: 'IPV4',
    },
    releaseChannel: { channel: 'REGULAR' },
    resourceLabels: { cohort: 'w255-spring27' },
    workloadIdentityConfig: { workloadPool: 'w255-spring27-c1.svc.id.goog' },
    dependsOn: props.dependsOn,
  });
});

test('Every guard that Terraform would not miss is written out', () => {
  expect(clusterGuards(props)).toMatchObject({
    privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: true },
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: true },
      ipEndpointsConfig: { enabled: false },
    },
    rbacBindingConfig: {
      enableInsecureBindingSystemAuthenticated: false,
      enableInsecureBindingSystemUnauthenticated: false,
    },
    anonymousAuthenticationConfig: { mode: 'LIMITED' },
    masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
    enableLegacyAbac: false,
    datapathProvider: 'ADVANCED_DATAPATH',
    networkingMode: 'VPC_NATIVE',
    gatewayApiConfig: { channel: 'CHANNEL_STANDARD' },
    enableL4IlbSubsetting: true,
    securityPostureConfig: { mode: 'BASIC', vulnerabilityMode: 'VULNERABILITY_DISABLED' },
    costManagementConfig: { enabled: true },
    loggingConfig: { enableComponents: ['SYSTEM_COMPONENTS', 'WORKLOADS'] },
    monitoringConfig: { enableComponents: ['SYSTEM_COMPONENTS'], managedPrometheus: { enabled: true } },
  });
});

test('Teardown may delete the cluster, and waits for it', () => {
  expect(clusterGuards(props)).toMatchObject({
    deletionProtection: false,
    timeouts: { create: '60m', update: '60m', delete: '60m' },
  });
});

test('A description is absent: changing one replaces the cluster', () => {
  expect(clusterGuards(props)).not.toHaveProperty('description');
});

test('Maintenance is a recurring window with exclusions by name', () => {
  const times = { startTime: '2027-03-01T00:00:00Z' as Instant, endTime: '2027-03-08T00:00:00Z' as Instant };
  const exclusions = ['midterm', 'finals'].map((name) => ({ name, ...times, scope: 'NO_UPGRADES' as const }));
  const guards = clusterGuards({ ...props, maintenance: { ...props.maintenance, exclusions } });
  expect(guards.maintenancePolicy).toEqual({
    recurringWindow: {
      startTime: '2027-01-02T10:00:00Z',
      endTime: '2027-01-02T18:00:00Z',
      recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
    },
    maintenanceExclusion: ['finals', 'midterm'].map((exclusionName) => ({
      exclusionName,
      ...times,
      exclusionOptions: { scope: 'NO_UPGRADES' },
    })),
  });
});
