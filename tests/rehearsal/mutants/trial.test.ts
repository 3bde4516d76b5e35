import { SynthesisedCohort } from './synthesised-cohort';
test('times', async () => {
  const t: [string, number][] = [];
  const time = async <T>(name: string, f: () => Promise<T>): Promise<T> => { const b = performance.now(); const r = await f(); t.push([name, performance.now() - b]); return r; };
  const c = await time('synth', () => SynthesisedCohort.of('tier-namespace'));
  const say = async (s: string, after: string[]) => { const o = await time(s, () => c.rehearse(s, after)); expect(o).toEqual({findings: []}); };
  await say('state', []);
  await say('cell-1', []);
  await time('base', () => (c as any).applied(['cell-1', 'cell-1-services']));
  await say('cell-1-services', ['cell-1']);
  await say('shard-1-01', ['cell-1', 'cell-1-services']);
  console.log(t);
}, 100000);
