import { changesIn, errorsIn } from '../../../src/app/rehearse/first-error';
import { withoutAddresses } from '../../../src/app/rehearse/terraform-run';

/** As terraform 1.11.4 prints what a provider refuses. */
const REFUSED = `
Error: expected channel to be one of ["RAPID", "REGULAR"], got REGULER

  with google_container_cluster.Cluster_EB0386A7,
  on cdk.tf.json line 513, in resource.google_container_cluster.Cluster_EB0386A7:
 513:       "Cluster_EB0386A7": {

`;

/** As it prints what the schema does not have. */
const MISSPELT = `
Error: Extraneous JSON object property

  on cdk.tf.json line 1, in resource.google_container_cluster.Cluster_EB0386A7:
   1: {"resource":{}}

No argument or block type is named "enable_shielded_node".
`;

test('An error is told with its address, and without lines of a synthesised file', () => {
  expect(errorsIn(REFUSED)).toEqual([
    'Error: expected channel to be one of ["RAPID", "REGULAR"], got REGULER\n' +
      'with google_container_cluster.Cluster_EB0386A7',
  ]);
});

test('An error without an address is told with the block that it is in', () => {
  expect(errorsIn(MISSPELT)).toEqual([
    'Error: Extraneous JSON object property\n' +
      'in resource.google_container_cluster.Cluster_EB0386A7\n' +
      'No argument or block type is named "enable_shielded_node".',
  ]);
});

test('Each error is told apart, also in the frames and under the names of stacks that cdktf puts before them', () => {
  const framed = `${REFUSED}${MISSPELT}`.replaceAll('\n', '\ncell-1  │ ');
  expect(errorsIn(framed)).toEqual([...errorsIn(REFUSED), ...errorsIn(MISSPELT)]);
  expect(errorsIn('Apply complete!')).toEqual([]);
});

test('What a plan would change is a line for each resource', () => {
  const plan = '  # google_project.Lab will be updated in-place\n  ~ resource "google_project" "Lab" {\n';
  expect(changesIn(plan)).toEqual(['google_project.Lab will be updated in-place']);
});

test('People are not named, service accounts are', () => {
  expect(
    withoutAddresses('user:ada@example.edu serviceAccount:lab-nodes@w255-c1.iam.gserviceaccount.com'),
  ).toBe('user:<e-mail> serviceAccount:lab-nodes@w255-c1.iam.gserviceaccount.com');
});
