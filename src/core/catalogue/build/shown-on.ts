import type { ShownOn } from '../toolkit';

/** The board that every place has. */
const OVERVIEW = 'tenant-overview';

/** What shows pods, whatever runs in them. */
export const PODS_SHOWN: ShownOn = { board: OVERVIEW, panels: ['Pods by state', 'CPU', 'Memory'] };

/** What shows pods and how full their disks are. */
export const PODS_AND_DISKS_SHOWN: ShownOn = { board: OVERVIEW, panels: [...PODS_SHOWN.panels, 'Disks'] };

/** What shows a service that is asked over HTTP and counts it in `REQUEST_METRICS`. */
export const REQUESTS_SHOWN: ShownOn = {
  board: 'prediction-api',
  panels: ['Requests', 'Failed requests', 'In flight', 'Latency, p99', 'Replicas'],
};

/** How services of Practicum count what they are asked; boards and alerts ask for these names. */
export const REQUEST_METRICS: readonly string[] = [
  'http_request_duration_seconds_bucket',
  'http_request_duration_seconds_sum',
  'http_requests_total',
];
