import type { MutatedStack } from './mutant';

/** What a class works in: network, cluster, nodes, domain. */
export const CELL_CLUSTER_MUTANTS: MutatedStack = {
  about: 'The cluster of a cell',
  stack: 'cell-1',
  example: 'tier-namespace',
  after: [],
  mutants: [
    {
      title: 'Two firewall rules have one name',
      mutate: (stack) => stack.set('Network/AllowInternal', 'name', 'labs-deny-all'),
      noticed: 'while it is made',
      says: 'projects/tier-shared-c1/global/firewalls/labs-deny-all already exists',
    },
    {
      title: 'The range of the Pods overlaps that of the nodes',
      mutate: (stack) => stack.set('Network/Subnetwork', 'secondary_ip_range.0.ip_cidr_range', '10.0.0.0/14'),
      noticed: 'while it is made',
      says: "Invalid IPCidrRange: 10.0.0.0/14 (secondary range 'pods' of subnetwork 'labs-us-west1') conflicts with 10.0.0.0/20 (primary range of subnetwork 'labs-us-west1')",
    },
    {
      title: 'Two subnetworks of a network overlap',
      mutate: (stack) =>
        stack.copy('Network/Subnetwork', 'Second', {
          name: 'labs-second',
          ip_cidr_range: '10.0.8.0/21',
          secondary_ip_range: [],
        }),
      noticed: 'while it is made',
      race: {
        first: { type: 'google_compute_subnetwork', having: { name: 'labs-us-west1' } },
        then: [{ type: 'google_compute_subnetwork', having: { name: 'labs-second' } }],
      },
      says: "Invalid IPCidrRange: 10.0.8.0/21 (primary range of subnetwork 'labs-second') conflicts with 10.0.0.0/20 (primary range of subnetwork 'labs-us-west1')",
    },
    {
      title: 'The cluster names a range that the subnetwork has not got',
      mutate: (stack) =>
        stack.set('Cluster/Resource', 'ip_allocation_policy.cluster_secondary_range_name', 'pod'),
      noticed: 'while it is made',
      says: 'Pod or services secondary range "pod" does not exist in subnetwork "labs-us-west1": it has pods, services',
    },
    {
      title: 'The NAT gateway gives a machine a hundred ports',
      mutate: (stack) => stack.set('Network/Nat', 'min_ports_per_vm', 100),
      noticed: 'while it is made',
      says: "Invalid value for field 'resource.nats[labs].minPortsPerVm': 100 is not a power of two from 32 to 32768",
    },
    {
      title: 'The cluster is protected against deletion',
      mutate: (stack) => stack.set('Cluster/Resource', 'deletion_protection', true),
      noticed: 'when it is taken away',
      says: 'Cannot destroy cluster projects/tier-shared-c1/locations/us-west1/clusters/tier-shared-c1 because deletion_protection is set to true: set it to false and apply that before destroying the cluster',
    },
    {
      title: 'The name of the cluster has 41 characters',
      mutate: (stack) => stack.set('Cluster/Resource', 'name', 'c'.repeat(41)),
      noticed: 'before anything is made',
      says: '"name" ("ccccccccccccccccccccccccccccccccccccccccc") cannot be longer than 40 characters',
    },
    {
      title: 'The block that makes a cluster private is empty',
      mutate: (stack) => stack.set('Cluster/Resource', 'private_cluster_config', {}),
      noticed: 'before anything is made',
      says: '"private_cluster_config": one of `enable_private_endpoint,enable_private_nodes,',
    },
    {
      title: 'The release channel is misspelt',
      mutate: (stack) => stack.set('Cluster/Resource', 'release_channel.channel', 'REGULER'),
      noticed: 'before anything is made',
      says: 'expected channel to be one of ["UNSPECIFIED", "RAPID", "REGULAR", "STABLE", "EXTENDED"], got REGULER',
    },
    {
      title: 'The cluster logs a component that there is not',
      mutate: (stack) =>
        stack.set('Cluster/Resource', 'logging_config.enable_components', ['SYSTEM_COMPONENTS', 'WORKLOAD']),
      noticed: 'while it is made',
      says: 'logging_config.enable_components: "WORKLOAD" is not a component',
    },
    {
      title: 'Workloads are to have the identities of another project',
      mutate: (stack) =>
        stack.set('Cluster/Resource', 'workload_identity_config.workload_pool', 'tier-shared.svc.id.goog'),
      noticed: 'while it is made',
      says: 'the only workload pool of this project is "tier-shared-c1.svc.id.goog"',
    },
    {
      title: 'The name of an attribute is misspelt',
      mutate: (stack) => stack.set('Cluster/Resource', 'enable_shielded_node', true),
      noticed: 'before anything is made',
      says: 'in resource.google_container_cluster.Cluster_EB0386A7 No argument or block type is named "enable_shielded_node"',
    },
    {
      title: 'A pool of nodes scales by zone and in total',
      mutate: (stack) => {
        stack.set('lab pool/Resource', 'autoscaling.min_node_count', 1);
        stack.set('lab pool/Resource', 'autoscaling.max_node_count', 2);
      },
      noticed: 'while it is made',
      says: 'Node pool "lab": autoscaling takes min_node_count and max_node_count for each zone, or total_min_node_count and total_max_node_count for all, not both',
    },
    {
      title: 'The effect of a taint is written as Kubernetes writes it',
      mutate: (stack) => stack.set('system pool/Resource', 'node_config.taint.0.effect', 'NoSchedule'),
      noticed: 'before anything is made',
      says: 'expected effect to be one of ["NO_SCHEDULE", "PREFER_NO_SCHEDULE", "NO_EXECUTE"], got NoSchedule',
    },
    {
      title: 'Nodes have disks of 5 GB',
      mutate: (stack) => stack.set('lab pool/Resource', 'node_config.disk_size_gb', 5),
      noticed: 'before anything is made',
      says: 'expected disk_size_gb to be at least (10), got 5',
    },
    {
      title: 'Nodes work as an account that is not there',
      mutate: (stack) =>
        stack.set(
          'lab pool/Resource',
          'node_config.service_account',
          'lab-node@tier-shared-c1.iam.gserviceaccount.com',
        ),
      noticed: 'while it is made',
      says: 'Service account "lab-node@tier-shared-c1.iam.gserviceaccount.com" does not exist',
    },
    {
      title: 'A DNS name does not end with a dot',
      mutate: (stack) => stack.set('Zone/Records/wildcard', 'name', '*.namespace.example.edu'),
      noticed: 'before anything is made',
      says: '"name" ("*.namespace.example.edu") must end with a dot',
    },
    {
      title: 'A DNS name is of another domain',
      mutate: (stack) => stack.set('Zone/Records/wildcard', 'name', '*.example.org.'),
      noticed: 'while it is made',
      says: "'*.example.org.' is not in the zone of namespace.example.edu.",
    },
  ],
};
