import { K6_IMAGE } from '../../../src/core/catalogue/k6/image';
import type { Problem } from '../../../src/core/input/problem';
import { w255 } from '../example-cohort';
import { LOAD, loadCourse, loadLab } from '../grading/a-load-lab';
import { problemsOf, toldIn } from '../outcomes';
import { changed, readCourse } from '../sample-cohort';

const at = toldIn('course.yaml');
const refused = (from: string, to: string): readonly Problem[] =>
  problemsOf(readCourse(changed(loadCourse(), from, to)));

test('A load has defaults for all that most courses leave alike', () => {
  const least = `    load: { path: /, virtualUsers: 1, duration: 30s, thresholds: { errorRate: 1 } }\n`;
  expect(loadLab(least).load).toMatchObject({
    method: 'GET',
    headers: {},
    port: 80,
    image: K6_IMAGE.ref,
  });
});

test('The image of a load is known by its digest, also where a course names another', () => {
  expect(K6_IMAGE.ref).toMatch(/@sha256:[0-9a-f]{64}$/);
  const digest = `sha256:${'a'.repeat(64)}`;
  for (const image of ['k6:1', `k6@${digest}`, `k6:1@${digest}`].map((each) => `docker.io/grafana/${each}`))
    expect(loadLab(LOAD.replace('      path:', `      image: ${image}\n      path:`)).load.image).toBe(image);
});

test('W255 grades lab5 and the project: ten users, ten minutes, ten requests a second, p99 under 2 s', () => {
  const loads = w255().course.labs.flatMap(({ id, load }) =>
    load === undefined
      ? []
      : [[id, load.virtualUsers, load.duration.toString(), JSON.stringify(load.thresholds)]],
  );
  expect(loads).toEqual([
    ['lab5', 10, '10m', '{"requestsPerSecond":10,"p99":"2s"}'],
    ['project', 10, '10m', '{"requestsPerSecond":10,"p99":"2s"}'],
  ]);
});

test.each<[string, string, string, Problem]>([
  [
    'a path that is none',
    'path: /predict',
    'path: predict',
    at(26, 13, {
      message: 'labs[2].load.path cannot be read',
      got: '"predict"',
      allowed: 'a path from "/" on, up to 200 characters of a URL',
      write: 'path: /predict',
    }),
  ],
  [
    'a duration without a unit',
    'duration: 10m',
    'duration: "10"',
    at(31, 17, {
      message: 'labs[2].load.duration cannot be read',
      got: '"10"',
      allowed: 'a whole number of s, m or h, from 10s to 2h',
      write: 'duration: 10m',
    }),
  ],
  [
    'no criterion',
    '{ requestsPerSecond: 10, p99: 2s }',
    '{}',
    at(32, 19, {
      message: 'labs[2].load.thresholds names no criterion',
      got: '{}',
      allowed: 'one at least of requestsPerSecond, p99, p95, errorRate',
      write: 'thresholds: { requestsPerSecond: 10, p99: 2s }',
    }),
  ],
  [
    'a misspelt criterion',
    'p99: 2s',
    'p98: 2s',
    at(32, 44, {
      message: 'the key "p98" is unknown',
      allowed: 'the keys requestsPerSecond, p99, p95, errorRate',
      write: 'p99: …',
    }),
  ],
  [
    'a header of two lines',
    'application/json',
    '"a\\nb"',
    at(28, 32, {
      message: 'labs[2].load.headers.Content-Type has a line break or a character that nobody sees',
      got: '"a\\nb"',
      allowed: 'text of one line, up to 500 characters',
      write: 'Content-Type: application/json',
    }),
  ],
  [
    'an image that no place may run',
    'path: /predict',
    'image: docker.io/someone/k6:1\n      path: /predict',
    at(26, 14, {
      message: 'no place may run this image: the course does not allow it',
      got: '"docker.io/someone/k6:1"',
      allowed: 'one of docker.io/grafana/k6',
      write: 'images: [docker.io/someone/k6, …]',
    }),
  ],
  [
    'an image whose name only begins like an allowed one',
    'path: /predict',
    'image: docker.io/grafana/k6-operator:1\n      path: /predict',
    at(26, 14, {
      message: 'no place may run this image: the course does not allow it',
      got: '"docker.io/grafana/k6-operator:1"',
      allowed: 'one of docker.io/grafana/k6',
      write: 'images: [docker.io/grafana/k6-operator, …]',
    }),
  ],
  [
    'no room for what makes the load',
    '[{ id: k6 }]',
    '[{ id: redis, setUp: student }]',
    at(24, 15, {
      message: 'the lab lab2 has a load and no room for what makes it',
      allowed: 'the toolkit k6 among the toolkits of a lab with a load',
      write: 'toolkits: [{ id: k6, size: small }]',
    }),
  ],
  [
    'a GET with a body',
    'method: POST',
    'method: GET',
    at(29, 13, {
      message: 'a GET sends no body',
      got: '"{\\"text\\": [\\"I love you.\\"]}"',
      allowed: 'a body with method: POST',
      write: 'method: POST',
    }),
  ],
])('%s is told whole', (_, from, to, problem) => expect(refused(from, to)).toEqual([problem]));

test('The sample is a course', () => expect(loadLab(LOAD).id).toBe('lab2'));
