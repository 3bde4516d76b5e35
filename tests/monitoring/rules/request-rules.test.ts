import { withPrograms } from '../programs';
import { expectRules } from './promtool';
import { exported } from './sample-series';

const from =
  (job: 'gateway' | 'load-balancer') =>
  (name: string, namespace: string, labels: string): string =>
    `${name}{job="${job}",namespace="${namespace}",host="${namespace}.labs.example.edu",${labels}}`;
const gateway = from('gateway');
const balancer = from('load-balancer');

/** A hundred requests a minute: half of them in up to 0.1 s, nine tenths in up to 0.5 s, all in up to 1 s. */
const BUCKETS = [['0.1', 50], ['0.5', 90], ['1', 100], ['+Inf', 100]] as const; // prettier-ignore

const NAN = 'NaN '.repeat(60).trim();
const INFINITE = 'Inf '.repeat(50).trim();

withPrograms(['promtool'], () => {
  test('Requests and their failures are told by namespace, however their status is written', () =>
    expectRules({
      series: {
        [exported('http_requests_total', 'ada', 'handler="/predict",method="POST",status="2xx"')]: '0+90x60',
        [exported('http_requests_total', 'ada', 'handler="/predict",method="POST",status="5xx"')]: '0+30x60',
        [exported('http_requests_total', 'bo', 'handler="/predict",method="POST",status="200"')]: '0+45x60',
        [exported('http_requests_total', 'bo', 'handler="/predict",method="POST",status="503"')]: '0+15x60',
        [exported('http_requests_total', 'cy', 'handler="/predict",method="POST",status="2xx"')]: '0+60x60',
      },
      at: '14m',
      recorded: {
        'namespace:http_requests:rate5m': { ada: 2, bo: 1, cy: 1 },
        'namespace:http_requests_failed:ratio5m': { ada: 0.25, bo: 0.25, cy: 0 },
      },
    }));

  test('Without requests there is a rate of 0, no share of failed ones and no latency', () =>
    expectRules({
      series: {
        [exported('http_requests_total', 'ada', 'status="2xx"')]: '7x60',
        [exported('http_requests_total', 'ada', 'status="5xx"')]: '7x60',
        [exported('http_request_duration_seconds_bucket', 'ada', 'le="1"')]: '7x60',
        [exported('http_request_duration_seconds_bucket', 'ada', 'le="+Inf"')]: '7x60',
      },
      at: '14m',
      recorded: {
        'namespace:http_requests:rate5m': { ada: 0 },
        'namespace:http_requests_failed:ratio5m': {},
        'namespace:http_request_duration_seconds:p99_5m': {},
      },
    }));

  test('Latency is that of all requests of a namespace together', () =>
    expectRules({
      series: Object.fromEntries(
        BUCKETS.flatMap(([le, count]) => [
          [
            exported('http_request_duration_seconds_bucket', 'ada', `handler="/a",le="${le}"`),
            `0+${count}x60`,
          ],
          [
            exported('http_request_duration_seconds_bucket', 'ada', `handler="/b",le="${le}"`),
            `0+${count}x60`,
          ],
          [
            exported('http_request_duration_seconds_bucket', 'bo', `le="${le}"`),
            `0+${le === '0.1' ? 0 : 100}x60`,
          ],
        ]),
      ),
      at: '14m',
      recorded: {
        'namespace:http_request_duration_seconds:p50_5m': { ada: 0.1, bo: 0.3 },
        'namespace:http_request_duration_seconds:p90_5m': { ada: 0.5, bo: 0.46 },
        'namespace:http_request_duration_seconds:p99_5m': { ada: 0.95, bo: 0.496 },
      },
    }));

  test('What a tenant exports that is no amount spoils nothing', () =>
    expectRules({
      series: {
        [exported('http_requests_total', 'ada', 'status="2xx"')]: '0+60x60',
        [exported('http_requests_total', 'eve', 'status="2xx"')]: NAN,
        [exported('http_requests_total', 'mal', 'status="2xx"')]: '0 '.repeat(10) + INFINITE,
        [exported('redis_keyspace_hits_total', 'eve')]: NAN,
        [exported('redis_keyspace_misses_total', 'eve')]: '0+60x60',
        [exported('http_request_duration_seconds_bucket', 'eve', 'le="fast"')]: '0+60x60',
        [exported('http_request_duration_seconds_bucket', 'eve', 'le="-5"')]: '0+60x60',
        [exported('http_request_duration_seconds_bucket', 'eve', 'le="+Inf"')]: '0+60x60',
      },
      at: '14m',
      recorded: {
        'namespace:http_requests:rate5m': { ada: 1 },
        'namespace:http_requests_failed:ratio5m': { ada: 0 },
        'namespace:http_request_duration_seconds:p50_5m': {},
        'namespace:redis_keyspace_hits:ratio5m': {},
      },
    }));

  test('Caches are as good as the share of lookups that they answer', () =>
    expectRules({
      series: {
        [exported('redis_keyspace_hits_total', 'ada')]: '0+45x60',
        [exported('redis_keyspace_misses_total', 'ada')]: '0+15x60',
        [exported('redis_keyspace_hits_total', 'bo')]: '0x60',
        [exported('redis_keyspace_misses_total', 'bo')]: '0+15x60',
        [exported('redis_keyspace_hits_total', 'cy')]: '5x60',
        [exported('redis_keyspace_misses_total', 'cy')]: '5x60',
      },
      at: '14m',
      recorded: { 'namespace:redis_keyspace_hits:ratio5m': { ada: 0.75, bo: 0 } },
    }));

  test('Gateways of a mesh tell of requests by place, in milliseconds', () =>
    expectRules({
      series: {
        [gateway('gateway_requests_total', 'ada', 'response_code_class="200"')]: '0+90x60',
        [gateway('gateway_requests_total', 'ada', 'response_code_class="500"')]: '0+30x60',
        [gateway('gateway_requests_total', 'bo', 'response_code_class="400"')]: '0+60x60',
        ...Object.fromEntries(
          BUCKETS.map(([le, count]) => [
            gateway(
              'gateway_request_latency_milliseconds_bucket',
              'ada',
              `le="${le === '+Inf' ? le : Number(le) * 1_000}"`,
            ),
            `0+${count}x60`,
          ]),
        ),
        // A service that counts by the gateways' names counts for nobody.
        [exported('gateway_requests_total', 'bo', 'response_code_class="500"')]: '0+600x60',
      },
      at: '14m',
      recorded: {
        'namespace:gateway_requests:rate5m': { ada: 2, bo: 1 },
        'namespace:gateway_requests_failed:ratio5m': { ada: 0.25, bo: 0 },
        'namespace:gateway_request_latency_seconds:p50_5m': { ada: 0.1 },
        'namespace:gateway_request_latency_seconds:p90_5m': { ada: 0.5 },
        'namespace:gateway_request_latency_seconds:p99_5m': { ada: 0.95 },
      },
    }));

  test('GKE’s Gateway tells of requests by place, in seconds, those of several backends together', () =>
    expectRules({
      series: {
        [balancer('gateway_requests_total', 'ada', 'backend_service_name="a",response_code_class="200"')]:
          '0+60x60',
        [balancer('gateway_requests_total', 'ada', 'backend_service_name="b",response_code_class="200"')]:
          '0+30x60',
        [balancer('gateway_requests_total', 'ada', 'backend_service_name="a",response_code_class="500"')]:
          '0+30x60',
        [balancer('gateway_requests_total', 'bo', 'response_code_class="400"')]: '0+60x60',
        ...Object.fromEntries(
          BUCKETS.map(([le, count]) => [
            balancer('gateway_request_latency_seconds_bucket', 'ada', `le="${le}"`),
            `0+${count}x60`,
          ]),
        ),
        // A service that counts by the gateways' names counts for nobody.
        [exported('gateway_requests_total', 'bo', 'response_code_class="500"')]: '0+600x60',
      },
      at: '14m',
      recorded: {
        'namespace:gateway_requests:rate5m': { ada: 2, bo: 1 },
        'namespace:gateway_requests_failed:ratio5m': { ada: 0.25, bo: 0 },
        'namespace:gateway_request_latency_seconds:p50_5m': { ada: 0.1 },
        'namespace:gateway_request_latency_seconds:p99_5m': { ada: 0.95 },
      },
    }));

  test('What the load balancer and a mesh both saw counts once', () =>
    expectRules({
      series: {
        [balancer('gateway_requests_total', 'ada', 'response_code_class="200"')]: '0+60x60',
        [gateway('gateway_requests_total', 'ada', 'response_code_class="500"')]: '0+60x60',
        [gateway('gateway_requests_total', 'bo', 'response_code_class="200"')]: '0+30x60',
        [gateway('gateway_requests_total', 'bo', 'response_code_class="500"')]: '0+30x60',
      },
      at: '14m',
      recorded: {
        'namespace:gateway_requests:rate5m': { ada: 1, bo: 1 },
        'namespace:gateway_requests_failed:ratio5m': { ada: 0, bo: 0.5 },
        'namespace_host_class:gateway_requests:rate5m': {
          'namespace="ada",host="ada.labs.example.edu",response_code_class="200"': 1,
          'namespace="bo",host="bo.labs.example.edu",response_code_class="200"': 0.5,
          'namespace="bo",host="bo.labs.example.edu",response_code_class="500"': 0.5,
        },
      },
    }));
});
