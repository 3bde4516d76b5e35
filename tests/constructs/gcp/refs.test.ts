import { TerraformStack, Testing } from 'cdktf';
import type { ProjectRef } from '../../../constructs/gcp/refs';
import {
  addressRef,
  clusterEndpointRef,
  clusterRef,
  memberRef,
  networkRef,
  projectNumberRef,
  projectRef,
  serviceAccountEmailRef,
  subnetworkRef,
} from '../../../constructs/gcp/refs';
import type { ProjectId } from '../../../src/core/domain/ids';
import { projectId } from '../../../src/core/domain/ids';
import { reference } from './synth-construct';

const MAKERS = {
  ProjectRef: projectRef,
  ProjectNumberRef: projectNumberRef,
  NetworkRef: networkRef,
  SubnetworkRef: subnetworkRef,
  ClusterRef: clusterRef,
  ClusterEndpointRef: clusterEndpointRef,
  ServiceAccountEmailRef: serviceAccountEmailRef,
  MemberRef: memberRef,
  AddressRef: addressRef,
};

describe.each(Object.entries(MAKERS))('A %s', (kind, make) => {
  const stack = new TerraformStack(Testing.app(), 'stack');

  test('is the reference it was made from', () => {
    const given = reference(stack, 'value');
    expect(make(given)).toBe(given);
  });

  test('is not made from a value that is known now', () => {
    expect(() => make('w255-spring27-c1')).toThrow(
      new Error(`"w255-spring27-c1" is not a ${kind}: it is known before apply`),
    );
  });
});

test('A project id and a project reference do not compile in each other’s place', () => {
  const known: ProjectId = projectId('w255-spring27-c1');
  const later: ProjectRef = projectRef(reference(new TerraformStack(Testing.app(), 'stack'), 'project'));
  // @ts-expect-error a value known now is not a reference
  const wrongRef: ProjectRef = known;
  // @ts-expect-error a reference is not known now
  const wrongId: ProjectId = later;
  expect([wrongRef, wrongId]).toEqual([known, later]);
});
