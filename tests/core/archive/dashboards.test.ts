import { tryKeepDashboards, tryReadUids } from '../../../src/core/archive/dashboards';

test('Ids are read once each, and one that a shell could read otherwise is refused', () => {
  expect(tryReadUids('[{"uid":"b"},{"uid":"a"},{"uid":"b","title":"x"}]')).toEqual(['a', 'b']);
  expect(['[{"uid":"$(x)"}]', '[{"uid":""}]', '{}', 'Unauthorized'].map(tryReadUids)).toEqual(Array(4).fill(undefined)); // prettier-ignore
});

test('Dashboards that people made are kept, those that were installed are not', () => {
  const line = (uid: string, provisioned?: boolean): string => JSON.stringify({ dashboard: { uid, title: uid }, meta: { provisioned } }); // prettier-ignore
  expect(tryKeepDashboards([line('own', false), line('given', true), '', line('also')].join('\n'))).toEqual([
    { uid: 'also', title: 'also' },
    { uid: 'own', title: 'own' },
  ]);
  expect(tryKeepDashboards(`${line('own')}\n{"message":"Not found"}`)).toBeUndefined();
});
