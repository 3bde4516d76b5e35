import { allowance } from '../allowance';
import type { Toolkit } from '../toolkit';

/** Sample service of a model: for students to start from. */
export const predictionApi: Toolkit = {
  id: 'prediction-api',
  title: 'Prediction API',
  area: 'serving',
  gives: 'A sample FastAPI service with probes and metrics to start from.',
  licence: 'Apache-2.0',
  homepage: 'https://fastapi.tiangolo.com',
  sizes: {
    small: allowance(['100m', '500m'], ['256Mi', '512Mi']),
    normal: allowance(['250m', '1'], ['512Mi', '1Gi'], { pods: 2 }),
    large: allowance(['500m', '2'], ['1Gi', '2Gi'], { pods: 3 }),
  },
  images: [],
  examples: () => [],
  handout: () =>
    'Build your service, push it to your registry and run it as `web`: your address leads there.',
  shown: { how: 'admitted', why: 'students deploy a service of their own' },
};
