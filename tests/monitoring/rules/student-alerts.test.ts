import { withPrograms } from '../programs';
import type { Series } from './promtool';
import { expectRules } from './promtool';
import { kube, pod, tenants } from './sample-series';

const waits = (namespace: string, reason: string, values: string): Series => ({
  [kube('kube_pod_container_status_waiting_reason', `namespace="${namespace}",pod="a",container="x",reason="${reason}"`)]: values, // prettier-ignore
});
const quota = (namespace: string, resource: string, used: number): Series =>
  Object.fromEntries(
    Object.entries({ used, hard: 10 }).map(([type, value]) => [
      kube(
        'kube_resourcequota',
        `namespace="${namespace}",resourcequota="place",resource="${resource}",type="${type}"`,
      ),
      `${value}x60`,
    ]),
  );
const volume = (namespace: string, used: number): Series =>
  Object.fromEntries(
    Object.entries({ used, capacity: 1000 }).map(([metric, value]) => [
      `kubelet_volume_stats_${metric}_bytes{job="kubelet",namespace="${namespace}",persistentvolumeclaim="data",instance="n1"}`,
      `${value}x60`,
    ]),
  );
/** A container that crashes, runs for a moment in every fourth minute, and crashes again. */
const CRASHING = '1 1 1 0 '.repeat(15).trim();

const inPlaces = (namespace: string): { labels: { namespace: string } } => ({ labels: { namespace } });

withPrograms(['promtool'], () => {
  test('Those who work in a place hear of what crashes there, also if it runs for a moment now and then', () =>
    expectRules({
      series: {
        ...tenants('ada', 'bo', 'cy'),
        ...waits('ada', 'CrashLoopBackOff', CRASHING),
        ...waits('bo', 'CrashLoopBackOff', '1 1 0x60'),
        ...waits('kube-system', 'CrashLoopBackOff', '1x60'),
        ...waits('cy', 'ContainerCreating', '1x60'),
      },
      at: '25m',
      alerts: { PlaceCrashLooping: [inPlaces('ada')], PlaceImagePullFailing: [] },
    }));

  test('A crash is not told at once', () =>
    expectRules({
      series: { ...tenants('ada'), ...waits('ada', 'CrashLoopBackOff', '1x60') },
      at: '9m',
      alerts: { PlaceCrashLooping: [] },
    }));

  test.each(['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName'])('They hear of %s', (reason) =>
    expectRules({
      series: {
        ...tenants('ada', 'bo'),
        ...waits('bo', reason, '1x60'),
        ...waits('kube-system', reason, '1x60'),
      },
      at: '25m',
      alerts: { PlaceImagePullFailing: [inPlaces('bo')], PlaceCrashLooping: [] },
    }),
  );

  test('They hear of a quota that keeps pods from being made, and not of volumes that are all in use', () =>
    expectRules({
      series: {
        ...tenants('ada', 'bo'),
        ...quota('ada', 'requests.cpu', 10),
        ...quota('ada', 'count/configmaps', 9.6),
        ...quota('ada', 'limits.memory', 9.4),
        ...quota('bo', 'services', 10),
        ...quota('bo', 'requests.storage', 10),
        ...quota('bo', 'persistentvolumeclaims', 10),
        ...quota('kube-system', 'pods', 10),
      },
      at: '30m',
      alerts: {
        PlaceOutOfQuota: [
          { labels: { namespace: 'ada', resource: 'requests.cpu' }, value: '100%' },
          { labels: { namespace: 'ada', resource: 'count/configmaps' }, value: '96%' },
        ],
      },
    }));

  test('They hear of pods that run but are not ready, and of none that is finished', () =>
    expectRules({
      series: {
        ...tenants('ada', 'bo'),
        ...pod('ada', 'web', 'Running', false),
        ...pod('ada', 'web-2', 'Running', false),
        ...pod('bo', 'web', 'Running'),
        ...pod('bo', 'grade-lab1', 'Succeeded'),
        ...pod('bo', 'new', 'Pending'),
        ...pod('kube-system', 'dns', 'Running', false),
      },
      at: '30m',
      alerts: { PlaceProbeFailing: [{ ...inPlaces('ada'), value: '2' }] },
    }));

  test('They hear of a volume that is nearly full', () =>
    expectRules({
      series: {
        ...tenants('ada', 'bo'),
        ...volume('ada', 950),
        ...volume('bo', 850),
        ...volume('practicum-monitoring', 990),
      },
      at: '30m',
      alerts: {
        PlaceDiskFull: [{ labels: { namespace: 'ada', persistentvolumeclaim: 'data' }, value: '95%' }],
      },
    }));
});
