import { allowance } from '../allowance';
import type { Toolkit } from '../toolkit';

/** Load generator: nothing stands; a student runs it, and so does grading. */
export const k6: Toolkit = {
  id: 'k6',
  title: 'k6',
  area: 'observe',
  gives: 'A load generator in your place, to measure your service before it is graded.',
  licence: 'AGPL-3.0-only',
  homepage: 'https://k6.io',
  sizes: {
    small: allowance(['100m', '1'], ['128Mi', '256Mi'], { services: 0 }),
    normal: allowance(['250m', '1'], ['256Mi', '512Mi'], { services: 0 }),
    large: allowance(['500m', '2'], ['512Mi', '1Gi'], { services: 0 }),
  },
  images: [
    {
      ref: 'docker.io/grafana/k6:1.8.1',
      source: 'https://hub.docker.com/r/grafana/k6',
      date: '2026-11',
      unpinned: 'no digest of this release was published where we could read one',
    },
  ],
  examples: () => [],
  handout: () =>
    'The load that a lab is graded by can be run by yourself beforehand: `practicum grade` says how.',
  shown: {
    how: 'admitted',
    why: 'the load of grading runs under the real k6 by `npm run bench-load`, which is no test: it takes minutes',
  },
};
