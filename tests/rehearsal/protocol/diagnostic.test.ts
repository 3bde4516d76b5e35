import { notFound } from '../../../src/rehearsal/cloud/cloud-error';
import { failureDiagnostic, problemDiagnostic } from '../../../src/rehearsal/protocol/diagnostic';

test('A problem of a configuration is told at the attribute or block that it is in', () => {
  expect(problemDiagnostic({ path: ['node_config', 'disk_size_gb'], message: 'is too small' })).toEqual({
    severity: 'ERROR',
    summary: 'is too small',
    detail: '',
    attribute: { steps: [{ attribute_name: 'node_config' }] },
  });
  expect(problemDiagnostic({ path: [], message: 'is wrong' }).attribute).toEqual({ steps: [] });
});

test('A refusal is told as the provider tells it', () => {
  expect(failureDiagnostic('reading google_project', notFound('There is none'))).toEqual({
    severity: 'ERROR',
    summary: 'Error reading google_project: googleapi: Error 404: There is none, notFound',
    detail: '',
  });
});

test('An error of ours is told with its place in the code', () => {
  const error = new TypeError('no');
  expect(failureDiagnostic('reading google_project', error)).toEqual({
    severity: 'ERROR',
    summary: 'The rehearsal itself failed at reading google_project',
    detail: error.stack,
  });
  expect(failureDiagnostic('reading google_project', 'no').detail).toBe('no');
});
