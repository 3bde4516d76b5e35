import { TOOLKIT_IDS } from '../../../src/core/catalogue/catalogue';
import { PLAIN_TERM } from '../../../src/core/course-outline/course-outline';
import { checkDays } from '../../../src/core/course/check-days';
import type { Course } from '../../../src/core/course/course.schema';
import { courseWarnings } from '../../../src/core/course/course-warnings';
import { PRESETS, preset, textOfPreset } from './presets';

/** Toolkits by which students get their hands on what the syllabus of each course names. */
const NAMED_BY_SYLLABUS: Readonly<Record<string, readonly string[]>> = {
  w255: ['prediction-api', 'redis', 'grafana', 'k6'],
  csce790: [
    'spark',
    'mapreduce',
    'clipper',
    'ray-serve',
    'pekko',
    'tensorflow',
    'tf-serving',
    'pytorch',
    'caffe2',
    'theano',
    'cntk',
    'mxnet',
    'onnx',
    'onnx-runtime',
    'triton',
    'gpu',
    'pytorch-job',
    'tensorflow-job',
  ],
  mlsd: [
    'github-repository',
    'github-actions',
    'dvc',
    'wandb',
    'grafana',
    'cloud-run',
    'vm',
    'label-studio',
    'bucket',
  ],
  sharif: [
    'label-studio',
    'dvc',
    'mlflow',
    'spark',
    'prediction-api',
    'grafana',
    'drift-report',
    'airflow',
    'kafka',
  ],
};

const toolkitsOf = ({ labs }: Course): readonly string[] =>
  labs.flatMap(({ toolkits }) => toolkits.map(({ id }) => String(id)));

test('Four courses ship', () => expect(PRESETS).toEqual(['csce790', 'mlsd', 'sharif', 'w255']));

describe.each(PRESETS)('The course %s', (id) => {
  const { course } = preset(id);

  test('has its file name as its id', () => expect(course.id).toBe(id));

  test('gives nothing to remark: every week has a topic, the weights are the whole grade', () => {
    const file = preset(id);
    expect([...checkDays(file, PLAIN_TERM), ...courseWarnings(file)]).toEqual([]);
  });

  test('has in its labs what its syllabus names', () => {
    const missing = NAMED_BY_SYLLABUS[id]!.filter((named) => !toolkitsOf(course).includes(named));
    expect(missing).toEqual([]);
  });

  test('starts with the smallest size of a toolkit, save where the file says why', () => {
    const larger = course.labs.flatMap(({ id: lab, toolkits }) =>
      toolkits.filter(({ size }) => size !== 'small').map(({ id: toolkit }) => `${lab} ${toolkit}`),
    );
    const reasons = course.labs.flatMap(({ toolkits }) => toolkits.filter(({ why }) => why !== undefined));
    expect(larger).toHaveLength(reasons.length);
    expect(reasons.every(({ size }) => size !== 'small')).toBe(true);
  });

  test('leads editors to its schema', () =>
    expect(textOfPreset(id).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../schemas/course.schema.json',
    ));
});

const daysOf = ({ labs }: Course, ids: readonly string[]): readonly unknown[] =>
  labs
    .filter(({ id }) => ids.includes(id))
    .map(({ due }) => ('daysAfterOpening' in due ? due.daysAfterOpening : due));

test('Each toolkit is in a lab of a course that ships, save two that tests of their own try', () => {
  const used = new Set(PRESETS.flatMap((id) => toolkitsOf(preset(id).course)));
  expect(TOOLKIT_IDS.filter((id) => !used.has(id))).toEqual(['argo-workflows', 'istio']);
});

test('Sharif has three assignments of 14 days, three phases of teams of 21, seven quizzes and an exam', () => {
  const { course } = preset('sharif');
  expect(daysOf(course, ['hw1', 'hw2', 'hw3'])).toEqual([14, 14, 14]);
  expect(daysOf(course, ['phase1', 'phase2', 'phase3'])).toEqual([21, 21, 21]);
  expect(course.labs.filter(({ workedBy }) => workedBy === 'team').map(({ id }) => id)).toEqual([
    'phase1',
    'phase2',
    'phase3',
  ]);
  expect(course.other.map(({ id }) => id).filter((id) => id.startsWith('quiz'))).toHaveLength(7);
  expect(course.other.at(-1)).toMatchObject({ id: 'final-exam', held: { week: 16 } });
  expect(course.sessions.map(({ day, starts, ends }) => `${day} ${starts}–${ends}`)).toEqual([
    'saturday 16:30–18:00',
    'monday 16:30–18:00',
  ]);
  expect(course.late).toEqual({ acceptedDays: 5, percentPerHour: 0.5, forgivenDays: 15 });
});

test('CSCE 790 has fifteen weeks, 60 percent projects and 30 percent coursework', () => {
  const { labs, weeks, sessions } = preset('csce790').course;
  const percent = (ofProjects: boolean): number =>
    labs
      .filter(({ id }) => id.startsWith('project') === ofProjects)
      .reduce((sum, { weight }) => sum + weight, 0);
  expect([weeks, percent(true), percent(false)]).toEqual([15, 60, 30]);
  expect(sessions.map(({ day, starts, ends }) => [day, starts, ends])).toEqual([
    ['tuesday', '14:50', '16:05'],
    ['thursday', '14:50', '16:05'],
  ]);
});

test('MLSD has sixteen weeks, 60 percent for the project and 30 percent for assignments', () => {
  const { labs, weeks } = preset('mlsd').course;
  const project = labs.find(({ id }) => id === 'project')!.weight;
  const assignments = labs.reduce((sum, { weight }) => sum + weight, 0) - project;
  expect([weeks, project, assignments]).toEqual([16, 60, 30]);
});
