// One line for each toolkit, in the order of their ids.
export { grafana } from './grafana/toolkit';
export { k6 } from './k6/toolkit';
export { predictionApi } from './prediction-api/toolkit';
export { redis } from './redis/toolkit';
