import { podMakerOf } from '../../../src/core/catalogue/contract/pod-maker';
import { gpu } from '../../../src/core/catalogue/gpu/toolkit';
import type { ToolkitPlace } from '../../../src/core/catalogue/toolkit';
import { placeOf } from './a-place';

const SHARED = placeOf(gpu, 'small');
const OWN: ToolkitPlace = { ...SHARED, accelerator: 'nvidia-l4' };

const selectorOf = (place: ToolkitPlace): unknown => {
  const objects = gpu.examples(place).flatMap((file) => ('objects' in file ? file.objects : []));
  const job = objects.find(({ kind }) => kind === 'Job')!;
  return podMakerOf(job, objects)!.spec['nodeSelector'];
};

test('Pods name the kind of GPU only where Autopilot makes nodes by it: in a cluster of the tenant’s own', () => {
  expect(selectorOf(SHARED)).toBeUndefined();
  expect(selectorOf(OWN)).toEqual({ 'cloud.google.com/gke-accelerator': 'nvidia-l4' });
});

test('The page says how GPUs are asked for, and with whom they are shared', () => {
  expect(gpu.handout(SHARED)).toContain('take turns on one real GPU');
  expect(gpu.handout(SHARED)).not.toContain('gke-accelerator');
  expect(gpu.handout(OWN)).toContain('`cloud.google.com/gke-accelerator: nvidia-l4` under `nodeSelector`');
  expect(gpu.handout(OWN)).not.toContain('take turns');
});
