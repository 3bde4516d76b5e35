import type { CohortId, Handle } from '../../../src/core/domain/ids';
import { cohortId, handle } from '../../../src/core/domain/ids';
import { NAME_LIMITS } from '../../../src/core/domain/name-limits';
import { labels } from '../../../src/core/plan/labels';

const COHORT = cohortId('mlops-fall27');

test('Labels say whose a resource is: the product’s, a cohort’s, a cell’s, a tenant’s', () => {
  expect(labels(COHORT, {})).toEqual({ 'managed-by': 'practicum', 'practicum-cohort': 'mlops-fall27' });
  expect(labels(COHORT, { cell: 2, tenant: handle('ada') })).toEqual({
    'managed-by': 'practicum',
    'practicum-cohort': 'mlops-fall27',
    'practicum-cell': 'c2',
    'practicum-tenant': 'ada',
  });
});

test('Labels of the longest ids keep to the limit, keys too', () => {
  const all = labels(cohortId('w255-spring27'), { cell: 99, tenant: handle('featherstonehaug') });
  for (const text of Object.entries(all).flat()) {
    expect(text).toMatch(NAME_LIMITS.labelValue.pattern);
    expect(text.length).toBeLessThanOrEqual(NAME_LIMITS.labelValue.max);
  }
});

test('An e-mail never becomes a label', () => {
  expect(() => labels(COHORT, { tenant: 'ada@example.edu' as Handle })).toThrow(
    '"ada@example.edu" is no label value',
  );
  expect(() => labels('Ada Lovelace' as CohortId, {})).toThrow('"Ada Lovelace" is no label value');
});
