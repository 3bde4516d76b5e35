import { allowance } from '../allowance';
import { runAgain, runChanged } from '../build/python-job';
import { PODS_SHOWN } from '../build/shown-on';
import type { Toolkit } from '../toolkit';
import { K6_IMAGE } from './image';
import { LOAD_EXAMPLE, LOAD_NAME, loadObjects } from './load-example';

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
  images: [K6_IMAGE],
  examples: (place) => [
    { name: 'load-job.yaml', objects: loadObjects(place) },
    { name: 'load.js', text: LOAD_EXAMPLE },
  ],
  handout: () =>
    [
      'The Job asks your service `web` from inside of your place, as five users do for a minute, and fails where it answers too slowly or with errors. Grading does the same with the path, the question and the users of the lab:',
      '',
      ...runAgain('load-job.yaml', LOAD_NAME),
      '',
      ...runChanged('load.js', 'load-job.yaml', LOAD_NAME),
    ].join('\n'),
  dashboards: [PODS_SHOWN, { board: 'k6', panels: ['When k6 ran', 'CPU of k6', 'Failed'] }],
  shown: {
    how: 'admitted',
    why: 'the load of grading runs under the real k6 by `npm run bench-load`, which is no test: it takes minutes',
  },
};
