import { SYSTEM_NAMESPACE } from '../../domain/names';
import type { SharedChart } from './shared-chart';

/**
 * The kinds of Argo Workflows, without anything that runs: each place has a controller of its own.
 *
 * The chart has no switch for its controller, so that it stands with no replica, no account and no right. `full`
 * definitions would be fetched from the internet by a Job; the short ones are in the archive.
 */
export const argoWorkflowsCrds: SharedChart = {
  id: 'argo-workflows-crds',
  title: 'Kinds of Argo Workflows',
  origin: { repository: 'https://argoproj.github.io/argo-helm', chart: 'argo-workflows' },
  version: '1.0.19',
  appVersion: 'v4.0.7',
  pin: {
    archive: '11910d3586c6737df04dbb2e48c373bc88cf5673d6bb17d7d421565495897da8',
    source:
      'a public project that pins it by digest; https://github.com/argoproj/argo-helm/releases/tag/argo-workflows-1.0.19',
    date: '2026-11',
  },
  licence: 'Apache-2.0',
  homepage: 'https://github.com/argoproj/argo-helm',
  shared: 'Kinds belong to a cluster and not to a namespace.',
  apart:
    'Nothing of it runs; workflows are objects of a place, and the controller of that place alone reads them.',
  namespace: SYSTEM_NAMESPACE,
  release: 'argo-workflows-crds',
  order: 10,
  values: () => ({
    crds: { install: true, keep: false, full: false },
    createAggregateRoles: false,
    workflow: {
      rbac: { create: false, agentPermissions: false, artifactGC: false },
      serviceAccount: { create: false },
    },
    controller: {
      replicas: 0,
      workflowNamespaces: [],
      rbac: { create: false },
      serviceAccount: { create: false },
      configMap: { create: false },
      clusterWorkflowTemplates: { enabled: false },
    },
    server: { enabled: false, clusterWorkflowTemplates: { enabled: false } },
  }),
  images: [],
  neededBy: ['argo-workflows'],
};
