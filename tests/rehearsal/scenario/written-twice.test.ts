import { projectIamBindingKind } from '../../../src/rehearsal/google/iam-binding-kinds';
import { projectServiceKind } from '../../../src/rehearsal/google/project-service-kind';
import type { ResourceKind } from '../../../src/rehearsal/provider/resource-kind';
import type { RememberedResource } from '../../../src/rehearsal/scenario/terraform-state';
import { writtenTwice } from '../../../src/rehearsal/scenario/written-twice';

const KINDS = new Map([projectIamBindingKind, projectServiceKind].map((kind) => [kind.type, kind]));
const RELEASE = { ...projectIamBindingKind, type: 'helm_release' };

const kindOf = (type: string): ResourceKind | undefined =>
  type === 'helm_release' ? RELEASE : KINDS.get(type);

const remembered = (type: string, name: string, id: string, stack = 'cell-1'): RememberedResource => ({
  stack,
  type,
  address: `${type}.${name}`,
  attributes: { id },
});

const ROLE = 'w255-c1/roles/logging.viewer';

test('Two bindings of one role undo each other, also from two stacks', () => {
  const bindings = [
    remembered('google_project_iam_binding', 'Staff', ROLE),
    remembered('google_project_iam_binding', 'Ended', `${ROLE}/until-term-end//request.time`),
    remembered('google_project_iam_binding', 'Students', ROLE, 'shard-1-01'),
  ];
  expect(writtenTwice(bindings, kindOf)).toEqual([
    {
      where: 'shard-1-01: google_project_iam_binding.Students',
      message:
        'writes w255-c1/roles/logging.viewer, and so does cell-1: google_project_iam_binding.Staff; ' +
        'each undoes what the other did: make them one',
    },
  ]);
});

test.each(['google_project_service', 'helm_release', 'terraform_data'])(
  'Two of %s may have one id',
  (type) => {
    expect(writtenTwice([remembered(type, 'One', 'same'), remembered(type, 'Two', 'same')], kindOf)).toEqual(
      [],
    );
  },
);
