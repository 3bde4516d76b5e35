import { z } from 'zod';
import { K6_IMAGE } from '../catalogue/k6/image';
import { Duration } from '../domain/duration';
import { NOT_ONE_LINE, isOneLine } from '../input/one-line';
import { taught, textOf } from '../input/teach';

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

/** With a tag, a digest, or both, of which the digest counts. */
const IMAGE = /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+(:[\w.-]{1,128}|(:[\w.-]{1,128})?@sha256:[0-9a-f]{64})$/;

const within = (least: Duration, most: Duration) => (text: string) => {
  const duration = Duration.tryParse(text);
  return duration !== undefined && duration.millis >= least.millis && duration.millis <= most.millis
    ? duration
    : undefined;
};

const wholeNumber = (about: string, min: number, max: number, example: number): z.ZodInt =>
  taught(z.int().min(min).max(max), {
    about,
    allowed: `a whole number from ${min} to ${max}`,
    example: String(example),
  });

const latency = (share: string, example: string): z.ZodOptional<z.ZodType<Duration, string>> =>
  textOf(within(Duration.seconds(0.001), Duration.seconds(60)), {
    about: `${share} of the answers come faster than this.`,
    allowed: 'a whole number of ms or s, up to 60s',
    example,
  }).optional();

const thresholds = taught(
  z
    .strictObject({
      requestsPerSecond: taught(z.number().gt(0).max(100_000), {
        about: 'At least so many requests are answered in a second.',
        allowed: 'a number above 0',
        example: '10',
      }).optional(),
      p99: latency('99 percent', '2s'),
      p95: latency('95 percent', '500ms'),
      errorRate: taught(z.number().gt(0).max(100), {
        about: 'Less than this share of the requests fails, in percent.',
        allowed: 'a number above 0, up to 100',
        example: '1',
      }).optional(),
    })
    .refine((all) => Object.values(all).some((bound) => bound !== undefined), 'names no criterion'),
  {
    about: 'What the service must hold under the load.',
    allowed: 'one at least of requestsPerSecond, p99, p95, errorRate',
    example: '{ requestsPerSecond: 10, p99: 2s }',
  },
);

/** The load that a lab is graded with, and what its service must hold: the rubric. */
export const LOAD_SCHEMA = taught(
  z.strictObject({
    path: textOf(matching(/^\/[\w.~!$&()*+,;=:@%/?-]{0,199}$/), {
      about: 'Path that is asked for.',
      allowed: 'a path from "/" on, up to 200 characters of a URL',
      example: '/predict',
    }),
    method: taught(z.enum(['GET', 'POST']), {
      about: 'How it is asked for.',
      allowed: 'GET or POST',
      example: 'POST',
    }).default('GET'),
    body: taught(z.string().min(1).max(10_000), {
      about: 'What a POST sends.',
      allowed: 'text of up to 10000 characters',
      example: '\'{"text": ["I love you."]}\'',
    }).optional(),
    headers: taught(
      z.record(
        z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/),
        taught(z.string().max(500).refine(isOneLine, NOT_ONE_LINE), {
          about: 'Value of the header.',
          allowed: 'text of one line, up to 500 characters',
          example: 'application/json',
        }),
      ),
      {
        about: 'Headers of each request.',
        allowed: 'names of headers, each with its text',
        example: '{ Content-Type: application/json }',
      },
    ).default({}),
    port: wholeNumber('Port of the Service web.', 1, 65_535, 80).default(80),
    virtualUsers: wholeNumber('Users that ask at the same time, each again after its answer.', 1, 500, 10),
    duration: textOf(within(Duration.seconds(10), Duration.seconds(7_200)), {
      about: 'How long they do.',
      allowed: 'a whole number of s, m or h, from 10s to 2h',
      example: '10m',
    }),
    thresholds,
    image: textOf(matching(IMAGE), {
      about: 'Image of k6.',
      allowed: 'the whole name of an image with its registry, and its tag, its digest or both',
      example: 'docker.io/grafana/k6:1.8.1',
    }).default(K6_IMAGE.ref),
  }),
  {
    about: 'The load that the lab is graded with; "practicum grade" runs it.',
    allowed: 'path, virtualUsers, duration, thresholds, and any of method, body, headers, port, image',
    example: '{ path: /predict, virtualUsers: 10, duration: 10m, thresholds: { requestsPerSecond: 10 } }',
  },
);

export type Rubric = z.output<typeof LOAD_SCHEMA>;
