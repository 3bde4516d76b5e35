import type { LoadLab } from '../../../src/core/grading/load-job';
import type { LoadReport } from '../../../src/core/grading/load-report';
import { COURSE, aCourse, changed } from '../sample-cohort';

/** The sample course with a load for its second lab, which is graded with `thresholds`. */
export const loadCourse = (load = LOAD): string =>
  `${changed(changed(COURSE, 'late:', 'images: [docker.io/grafana/k6]\nlate:'), '    size: normal\n  - id: project', `    size: normal\n    toolkits: [{ id: k6 }]\n${load}  - id: project`)}`;

export const LOAD = `    load:
      path: /predict
      method: POST
      headers: { Content-Type: application/json }
      body: '{"text": ["I love you."]}'
      virtualUsers: 10
      duration: 10m
      thresholds: { requestsPerSecond: 10, p99: 2s }
`;

/** A lab that is graded by load. */
export const loadLab = (load = LOAD): LoadLab => aCourse(loadCourse(load)).labs[1] as LoadLab;

/** What a service reports that holds the sample's rubric. */
export const GOOD_REPORT: LoadReport = {
  seconds: 600,
  requests: 9_000,
  answered: 8_991,
  latency: { avg: 210, min: 80, med: 200, 'p(90)': 400, 'p(95)': 600, 'p(99)': 1_250.5, max: 4_000 },
};
