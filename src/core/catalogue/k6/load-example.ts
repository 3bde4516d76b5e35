import { WEB_SERVICE } from '../../domain/names';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { job } from '../build/job';
import { amountsOf, configMap, environment } from '../build/standing';
import type { ToolkitPlace } from '../toolkit';
import { K6_IMAGE } from './image';

const ID = 'k6';
/** The Job, and the ConfigMap with its script. */
export const LOAD_NAME = `${ID}-load`;
/** User of k6's own image. */
const USER = 12_345;

/** A load on the service of a place, as grading makes one: for the student to change. */
export const LOAD_EXAMPLE = `// What grading does, on your own service: users at the same time, each of whom asks again after the answer.
import { check, sleep } from "k6";
import http from "k6/http";

// As your lab is asked: its path, its question, its users, and how long they ask.
const ADDRESS = "http://${WEB_SERVICE}/predict";
const QUESTION = { distance_km: 4, items: 10, rush_hour: true };

export const options = {
  vus: 5,
  duration: "1m",
  summaryTrendStats: ["avg", "med", "p(95)", "p(99)", "max"],
  // Where one of these does not hold, k6 ends with an error, and so does the Job.
  thresholds: { http_req_failed: ["rate<0.01"], http_req_duration: ["p(99)<2000"] },
};

export default function () {
  const headers = { "Content-Type": "application/json" };
  const answer = http.post(ADDRESS, JSON.stringify(QUESTION), { headers });
  check(answer, { "answered with 200": ({ status }) => status === 200 });
  // Nobody listens there: each try would be a line of the log.
  if (answer.status === 0) sleep(1);
}
`;

/** The script and the Job that runs it, with all that the toolkit may use. */
export const loadObjects = ({ allowance }: ToolkitPlace): readonly PlacedObject[] => [
  configMap(ID, { 'load.js': LOAD_EXAMPLE }, LOAD_NAME),
  job({
    toolkit: ID,
    name: LOAD_NAME,
    user: USER,
    containers: [
      {
        name: ID,
        image: K6_IMAGE.ref,
        args: ['run', '--quiet', '/scripts/load.js'],
        env: environment({ K6_NO_USAGE_REPORT: 'true' }),
        resources: amountsOf(allowance),
        volumeMounts: [{ name: 'scripts', mountPath: '/scripts', readOnly: true }],
      },
    ],
    volumes: [{ name: 'scripts', configMap: { name: LOAD_NAME } }],
  }),
];
