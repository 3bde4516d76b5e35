import fc from 'fast-check';
import type { ToolkitRow } from '../../../../constructs/k8s/monitoring/toolkit-lists';
import { toolkitLists } from '../../../../constructs/k8s/monitoring/toolkit-lists';

const row = (toolkit: string, namespaces: readonly string[], more: Partial<ToolkitRow> = {}): ToolkitRow => ({
  toolkit,
  workloads: [{ kind: 'StatefulSet', name: toolkit, replicas: 1 }],
  secrets: [],
  namespaces,
  spans: [{ from: 100, to: 200 }],
  ...more,
});

test('What is alike is said once, and places that have all alike share a line', () => {
  const late = [
    { from: 100, to: 200 },
    { from: 300, to: 400 },
  ];
  expect(
    toolkitLists([
      row('mlflow', ['ada', 'bo'], { secrets: [{ name: 'mlflow', keys: ['password', 'token'] }] }),
      row('redis', ['ada', 'bo']),
      row('redis', ['no'], { spans: late }),
      row('spark', ['no'], {
        spans: [],
        workloads: [
          { kind: 'Deployment', name: 'spark', replicas: 1 },
          { kind: 'StatefulSet', name: 'spark-worker', replicas: 3 },
        ],
      }),
    ]),
  ).toEqual({
    spans: '1 100-200\n2 100-200 300-400\n3\n',
    toolkits:
      '1 mlflow StatefulSet/mlflow=1\n2 redis StatefulSet/redis=1\n' +
      '3 spark Deployment/spark=1 StatefulSet/spark-worker=3\n',
    places: 'ada,bo 1@1 2@1\nno 2@2 3@3\n',
    secrets: 'mlflow mlflow password token\n',
  });
});

test('Rows say the same in whatever order their places come', () => {
  const names = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
  fc.assert(
    fc.property(names, names, (some, others) => {
      const lists = (flip: boolean) =>
        toolkitLists([
          row('mlflow', flip ? [...some].reverse() : some),
          row('redis', flip ? [...others].reverse() : others),
        ]);
      expect(lists(true)).toEqual(lists(false));
    }),
  );
});

test('A thousand places with twenty toolkits fit, also if each has deadlines of its own', () => {
  const places = Array.from({ length: 1000 }, (_, index) => `student-${index}`);
  const toolkits = Array.from({ length: 20 }, (_, index) => `toolkit-${index}`);
  const bytes = (rows: readonly ToolkitRow[]): number => Object.values(toolkitLists(rows)).join('').length;
  expect(bytes(toolkits.map((toolkit) => row(toolkit, places)))).toBeLessThan(15_000);
  const apart = places.flatMap((place, index) =>
    toolkits.map((toolkit, number) =>
      row(toolkit, [place], { spans: [{ from: 1_700_000_000 + number, to: 1_800_000_000 + index }] }),
    ),
  );
  expect(bytes(apart)).toBeLessThan(900_000);
});
