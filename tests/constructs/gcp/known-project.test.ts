import { Fn, TerraformOutput } from 'cdktf';
import { KnownProject } from '../../../constructs/gcp/known-project';
import { projectId } from '../../../src/core/domain/ids';
import { synthConstruct } from './synth-construct';

test('A project of another stack is looked up by its id', () => {
  const output = synthConstruct((stack) => {
    const known = new KnownProject(stack, 'known', { projectId: projectId('w255-c1-run') });
    new TerraformOutput(stack, 'facts', { value: Fn.join(' ', [known.ref, known.number]) });
  });
  expect(output.one('google_project', 'data')).toEqual({ project_id: 'w255-c1-run' });
  expect(output.counts()).toEqual({});
  expect(output.text).toMatch(
    /data\.google_project\.known_\w+\.project_id, data\.google_project\.known_\w+\.number/,
  );
});
