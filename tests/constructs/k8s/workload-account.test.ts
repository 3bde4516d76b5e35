import { WorkloadAccount, type WorkloadAccountProps } from '../../../constructs/k8s/workload-account';
import { inventory, synthConstruct } from './synth-construct';

const synth = (props: WorkloadAccountProps) =>
  synthConstruct((chart) => new WorkloadAccount(chart, 'account', props));

test('a tenant has the account "lab", and "default" is left to Kubernetes', () => {
  expect(inventory(synth({ namespace: 'amara' }))).toEqual(['ServiceAccount/lab']);
});

test('the account mounts no token and carries no annotation', () => {
  const [account] = synth({ namespace: 'amara' });
  expect(account!['automountServiceAccountToken']).toBe(false);
  expect(account!.metadata.namespace).toBe('amara');
  expect(account!.metadata.annotations).toBeUndefined();
});

test('the account may have another name, and hands it on', () => {
  const props: Required<WorkloadAccountProps> = { namespace: 'amara', name: 'spark' };
  expect(inventory(synth(props))).toEqual(['ServiceAccount/spark']);
  synthConstruct((chart) => {
    expect(new WorkloadAccount(chart, 'account', props).name).toBe('spark');
  });
});
