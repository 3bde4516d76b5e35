import type { Place } from './place';
import { has } from './place';
import type { Series } from './series';
import { counter, histogram, steady, swinging } from './series';

/** What a place's pods, and the Gateway before them, count. */
export function requestSeries(place: Place): readonly Series[] {
  return [...serviceSeries(place), ...redisSeries(place), ...gatewaySeries(place), ...scrapeSeries(place)];
}

const API = 'api-6c5d9f7b84-2xk8p';
const REDIS = 'redis-0';

const target = ({ namespace }: Place, pod: string) => ({
  job: 'tenants',
  namespace,
  pod,
  instance: pod === API ? '10.8.0.7:8000' : '10.8.0.8:9121',
});

function serviceSeries(place: Place): readonly Series[] {
  const labels = target(place, API);
  const failures = has(place, 'unready') ? 0.05 : 0;
  const predict = { ...labels, handler: '/predict', method: 'POST' };
  const health = { ...labels, handler: '/health', method: 'GET' };
  return [
    counter('http_requests_total', { ...predict, status: '2xx' }, place.load * (1 - failures)),
    counter('http_requests_total', { ...health, status: '2xx' }, 0.2),
    // A status that never was is not counted either.
    ...(failures === 0
      ? []
      : [counter('http_requests_total', { ...predict, status: '5xx' }, place.load * failures)]),
    ...histogram('http_request_duration_seconds', predict, { perSecond: place.load, mean: place.mean }),
    ...histogram('http_request_duration_seconds', health, { perSecond: 0.2, mean: 0.02 }),
  ];
}

function redisSeries(place: Place): readonly Series[] {
  const labels = target(place, REDIS);
  return [
    steady('redis_up', labels, 1),
    counter('redis_keyspace_hits_total', labels, place.load * place.hits),
    counter('redis_keyspace_misses_total', labels, place.load * (1 - place.hits)),
    swinging('redis_connected_clients', labels, 5),
    swinging('redis_memory_used_bytes', labels, 60_000_000),
    steady('redis_memory_max_bytes', labels, 128 * 2 ** 20),
    counter('redis_commands_processed_total', labels, place.load * 2),
    counter('redis_evicted_keys_total', labels, 0.01),
  ];
}

/** Labels that the exporter copies from the load balancer. */
const AT_LOAD_BALANCER = {
  job: 'load-balancer',
  instance: 'load-balancer-metrics.practicum-monitoring.svc:9255',
  forwarding_rule_name: 'gkegw1-k3vd-practicum-system-labs-x7h2b9q4m1ze',
  zone: 'global',
};

function gatewaySeries(place: Place): readonly Series[] {
  const { namespace, load, mean } = place;
  const host = `${namespace}.labs.example.edu`;
  const labels = { ...AT_LOAD_BALANCER, namespace, host };
  const failed = has(place, 'unready') ? 0.5 : 0;
  return [
    counter('gateway_requests_total', { ...labels, response_code_class: '200' }, load),
    counter('gateway_requests_total', { ...labels, response_code_class: '500' }, failed),
    ...histogram('gateway_request_latency_seconds', labels, { perSecond: load, mean: mean + 0.02 }),
  ];
}

/** What Prometheus notes of each scrape. */
function scrapeSeries(place: Place): readonly Series[] {
  return [API, REDIS].flatMap((pod) => {
    const labels = target(place, pod);
    const samples = pod === API ? 60 : 8;
    return [
      steady('up', labels, pod === REDIS && has(place, 'crash loop') ? 0 : 1),
      steady('scrape_samples_scraped', labels, samples),
      steady('scrape_samples_post_metric_relabeling', labels, samples),
      steady('scrape_series_added', labels, has(place, 'everything') ? 40 : 0),
    ];
  });
}
