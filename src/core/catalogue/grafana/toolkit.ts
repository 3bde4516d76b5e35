import { PINNED_IMAGES } from '../../domain/pinned-images';
import { allowance } from '../allowance';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import type { CatalogueImage, Toolkit } from '../toolkit';

const image = (ref: string): CatalogueImage => ({
  ref,
  source: 'src/core/domain/pinned-images.ts',
  date: '2026-11',
});

/** Grafana on the tenant's own metrics; its objects are made with what collects them. */
export const grafana: Toolkit = {
  id: 'grafana',
  title: 'Grafana',
  area: 'observe',
  gives: 'A Grafana of your own that shows your metrics only.',
  licence: 'AGPL-3.0-only',
  homepage: 'https://grafana.com/oss/grafana/',
  sizes: {
    small: allowance(['50m', '500m'], ['192Mi', '512Mi'], { storage: '1Gi', volumes: 1 }),
    normal: allowance(['100m', '1'], ['256Mi', '768Mi'], { storage: '1Gi', volumes: 1 }),
    large: allowance(['250m', '1'], ['512Mi', '1Gi'], { storage: '2Gi', volumes: 1 }),
  },
  images: [image(PINNED_IMAGES.grafana), image(PINNED_IMAGES.nginx)],
  workloads: [{ kind: 'StatefulSet', name: 'grafana', replicas: 1 }],
  endpoint: { service: 'grafana', port: 80, protocol: 'http' },
  examples: () => [],
  smoke: { kubectl: ['rollout', 'status', 'statefulset/grafana'], says: 'complete' },
  handout: ({ host }) =>
    `Open <https://${host}/grafana>; "Your metrics" below says how you log in the first time.`,
  dashboards: [PODS_AND_DISKS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'its image cannot be run here; its queries and dashboards are run against a real Prometheus',
  },
};
