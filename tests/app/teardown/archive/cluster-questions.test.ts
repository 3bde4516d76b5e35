import { ClusterQuestions } from '../../../../src/app/teardown/archive/cluster-questions';
import { Stopped } from '../../../../src/app/recover/stack-terraform';

const OWN = JSON.stringify({ dashboard: { uid: 'own' }, meta: { provisioned: false } });

/** A kubectl that answers by the first pattern that the words match. */
function aCluster(answers: readonly (readonly [RegExp, string | { code: number; output: string }])[]) {
  const asked: string[] = [];
  const questions = new ClusterQuestions(async (args) => {
    const words = args.join(' ');
    asked.push(words);
    const answer = answers.find(([pattern]) => pattern.test(words))?.[1] ?? '';
    return typeof answer === 'string'
      ? { code: 0, output: '', result: answer, stopped: false }
      : { ...answer, result: '', stopped: false };
  }, 'amara-okafor');
  const verbs = (): readonly string[] => asked.map((words) => words.split(' ').slice(2, 5).join(' '));
  return { questions, asked, verbs };
}

const GRAFANA = [
  [/api\/search/, '[{"uid":"own"}]'],
  [/api\/dashboards/, `${OWN}\n`],
] as const;

test('A Grafana that sleeps is woken, asked and put to sleep again', async () => {
  const { questions, asked, verbs } = aCluster([[/get statefulset/, 'x0'], ...GRAFANA]);
  expect(await questions.dashboards()).toEqual({ text: '[\n  {\n    "uid": "own"\n  }\n]\n', entries: 1 });
  expect(verbs()).toEqual([
    'get statefulset/grafana --ignore-not-found',
    'scale statefulset/grafana --replicas=1',
    'rollout status statefulset/grafana',
    'exec statefulset/grafana -c',
    'exec statefulset/grafana -c',
    'scale statefulset/grafana --replicas=0',
  ]);
  expect(asked.every((words) => words.startsWith('--namespace amara-okafor '))).toBe(true);
});

test('It sleeps again also where it could not be asked', async () => {
  const down = { code: 1, output: 'error: timed out waiting for the condition' };
  const { questions, verbs } = aCluster([[/get statefulset/, 'x0'], [/rollout/, down]]); // prettier-ignore
  await expect(questions.dashboards()).rejects.toThrow('timed out');
  expect(verbs().at(-1)).toBe('scale statefulset/grafana --replicas=0');
});

test('One that is awake stays so, and a place without one has no dashboards', async () => {
  const awake = aCluster([[/get statefulset/, 'x1'], ...GRAFANA]);
  await awake.questions.dashboards();
  expect(awake.asked.filter((words) => words.includes('scale'))).toEqual([]);
  const none = aCluster([]);
  expect(await none.questions.dashboards()).toEqual({ text: '[]\n', entries: 0 });
  expect(none.asked).toHaveLength(1);
});

test('The password of Grafana leaves its pod in no argument', async () => {
  const { questions, asked } = aCluster([[/get statefulset/, 'x1'], ...GRAFANA]);
  await questions.dashboards();
  const [exec] = asked.filter((words) => words.includes('exec'));
  expect(exec).toContain('$(cat /var/lib/grafana/password)');
  expect(exec).toMatch(/-c grafana -- sh -c [\s\S]* ask api\/search/);
});

test('What is no list is refused, and who stops kubectl stops the archive', async () => {
  await expect(aCluster([]).questions.manifests(['pods'])).rejects.toThrow('is no list');
  const odd = aCluster([[/get statefulset/, 'x1'], [/api\/search/, 'Unauthorized']]); // prettier-ignore
  await expect(odd.questions.dashboards()).rejects.toThrow('what Grafana says of its dashboards is no list');
  const stopped = new ClusterQuestions(async () => ({ code: 1, output: '', result: '', stopped: true }), 'x');
  await expect(stopped.manifests([])).rejects.toThrow(Stopped);
});
