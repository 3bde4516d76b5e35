import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import type { Verdict } from './attack';
import { judgeAll } from './attack';
import { PLACES } from './cast';
import { inPlace } from './kube-path';
import { ALL_ATTACKS } from './attacks/all-attacks';
import { FenceWorld } from './fence-world';
import { stageTargets } from './staged-targets';

onRealApi((programs) => {
  let world: FenceWorld;
  let verdicts: ReadonlyMap<string, Verdict> = new Map();

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
    await stageTargets(world);
    verdicts = await judgeAll(world, ALL_ATTACKS);
  }, 120_000);

  afterAll(async () => {
    const passed = [...verdicts.values()].filter((verdict) => verdict.passed);
    process.stdout.write(`attacks tried ${verdicts.size}, passed ${passed.length}\n`);
    await world?.stop();
  });

  test('Each attack has a title of its own', () => {
    expect(new Set(ALL_ATTACKS.map(({ title }) => title)).size).toBe(ALL_ATTACKS.length);
  });

  test.each(ALL_ATTACKS.map((attack) => [attack.title, attack] as const))(
    '%s, and is refused',
    (title, { refused }) => {
      const { status, told, passed } = verdicts.get(title)!;
      expect({ passed, status, told }).toEqual({
        passed: false,
        status: refused.status,
        told:
          typeof refused.because === 'string'
            ? expect.stringContaining(refused.because)
            : expect.stringMatching(refused.because),
      });
    },
  );

  test.each(['secrets/database', 'configmaps/settings', 'persistentvolumeclaims/data', 'pods/web-0'])(
    'What a held student left is kept, and instructors reach it: %s',
    async (what) => {
      const path = inPlace(PLACES.held, what);
      expect(await world.request('instructor', { method: 'GET', path })).toMatchObject({ status: 200 });
    },
  );
});
