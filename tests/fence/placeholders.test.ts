import type { Chart } from 'cdk8s';
import type { PlaceholdersProps } from '../../constructs/k8s/monitoring/placeholders';
import { Placeholders } from '../../constructs/k8s/monitoring/placeholders';
import { Bytes, Cpu } from '../../src/core/domain/quantity';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { synthConstruct } from '../constructs/k8s/synth-construct';
import { FenceWorld } from './fence-world';
import { inPlace } from './kube-path';
import type { ScheduledRun } from './scheduled-run';
import { runScheduled } from './scheduled-run';

const HOUR = 3600;
/** Clock of the script: a Monday at noon. */
const now = Date.UTC(2027, 0, 25, 12) / 1000;

onRealApi((programs) => {
  let world: FenceWorld;

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
  }, 120_000);

  afterAll(() => world?.stop());

  const placeholders = async (): Promise<unknown> =>
    valueAt(
      (
        await world.admin.request(
          'GET',
          inPlace('practicum-monitoring', 'deployments/placeholders', 'apps/v1'),
        )
      ).body,
      ['spec', 'replicas'],
    );

  const prewarm = (spans: PlaceholdersProps['spans']): Promise<ScheduledRun> =>
    runScheduled(
      'class-hours',
      synthConstruct((chart: Chart) => {
        new Placeholders(chart, 'Placeholders', {
          images: { kubectl: 'kubectl', pause: 'pause' },
          amounts: { cpu: Cpu.millis(25), memory: Bytes.mebi(64) },
          spans,
          placement: {},
        });
      }),
      world.kubeconfig,
      now,
    );

  const before = { from: now + HOUR, to: now + 2 * HOUR, placeholders: 40 };
  const during = { from: now - 60, to: now + HOUR, placeholders: 350 };
  const after = { from: now - 2 * HOUR, to: now - HOUR, placeholders: 40 };

  test('There are none before the first class is near', async () => {
    expect(await placeholders()).toBe(0);
    expect(await prewarm([before])).toMatchObject({ code: 0 });
    expect(await placeholders()).toBe(0);
  }, 30_000);

  test('They stand from the lead of a class on, and go after it', async () => {
    expect(await prewarm([after, during, before])).toMatchObject({ code: 0 });
    expect(await placeholders()).toBe(350);
    expect(await prewarm([after, before])).toMatchObject({ code: 0 });
    expect(await placeholders()).toBe(0);
  }, 30_000);

  test('A term without classes has none', async () => {
    expect(await prewarm([])).toMatchObject({ code: 0 });
    expect(await placeholders()).toBe(0);
  }, 30_000);
});
