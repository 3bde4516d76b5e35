import type { AspectProof } from '../finding';
import { iamDifferences } from '../iam/iam-differences';
import type { World } from '../world';

/**
 * Metrics and logs: that no student reads those of a project that others share. Today these are all in Google
 * Cloud's Monitoring and Logging; the network aspect holds the scraper to scraping.
 */
export function proveMetrics(world: World): AspectProof {
  const grants = world.iam.filter(({ role }) => /^roles\/(monitoring|logging)\./.test(role));
  return {
    aspect: 'metrics',
    about: 'Who reads metrics and logs: monitoring and logging roles; no Grafana is emitted yet',
    objects: new Set(grants.map(({ resource }) => resource)).size,
    classes: new Set(grants.map(({ role }) => role)).size,
    findings: iamDifferences(world, 'metrics'),
  };
}
