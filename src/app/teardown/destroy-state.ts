import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ListedObject } from '../../core/archive/object-list';
import type { CohortId } from '../../core/domain/ids';
import { stateStackName } from '../../core/domain/names';
import { tryReadState } from '../../core/teardown/state-resources';
import { complaint } from '../recover/complaint';
import { Stopped } from '../recover/stack-terraform';
import { counted } from '../table';
import type { TerraformRun } from '../terraform';
import type { CloudQuestions } from './archive/cloud-questions';
import { Undone } from './undone';

export interface DestroyStateProps {
  readonly cohort: CohortId;
  readonly bucket: string;
  /** Folder of the stack `state`. */
  readonly folder: string;
  /** File that takes the stack's own state while its bucket goes; that of a bootstrap that kept it there. */
  readonly localState: string;
  readonly cloud: Pick<CloudQuestions, 'objects' | 'read'>;
  run(args: readonly string[]): Promise<TerraformRun>;
}

/** File that lets the bucket go with all that is in it, and moves its own state out of it first. */
const OVERRIDE = 'practicum_teardown_override.tf.json';

/** Destroys the bucket of all states, when none of them remembers anything. @throws Undone with what is in the way */
export async function destroyState(props: DestroyStateProps): Promise<string> {
  const { folder, localState, bucket } = props;
  const isMoved = existsSync(localState);
  const override = join(folder, OVERRIDE);
  await refuseFullStates(props, isMoved);
  rmSync(override, { force: true });
  const terraform = async (...args: readonly string[]): Promise<void> => {
    const { code, output, stopped } = await props.run([...args, '-no-color']);
    if (stopped) throw new Stopped();
    if (code !== 0) throw new Undone(complaint(output));
  };
  if (!isMoved) await terraform('init', '-reconfigure');
  const address = bucketAddress(folder);
  const name = address.split('.')[1]!;
  mkdirSync(dirname(localState), { recursive: true });
  writeFileSync(
    override,
    JSON.stringify({
      terraform: { backend: { local: { path: localState } } },
      resource: { google_storage_bucket: { [name]: { force_destroy: true } } },
    }),
  );
  await terraform('init', ...(isMoved ? ['-reconfigure'] : ['-migrate-state', '-force-copy']));
  await terraform('apply', '-auto-approve', `-target=${address}`);
  await terraform('destroy', '-auto-approve');
  for (const file of [override, localState, `${localState}.backup`]) rmSync(file, { force: true });
  // What terraform remembers of a backend that is gone would keep a next bootstrap from starting.
  rmSync(join(folder, '.terraform', 'terraform.tfstate'), { force: true });
  return `gs://${bucket} destroyed with all versions of the states`;
}

/** The bucket may hold states of other cohorts, and of stacks that nobody writes any more. */
async function refuseFullStates(
  { cohort, bucket, cloud }: DestroyStateProps,
  isMoved: boolean,
): Promise<void> {
  const objects = await listed(cloud, bucket, isMoved);
  const others = objects.filter(({ name }) => !name.startsWith(`${cohort}/`)).map(({ name }) => name);
  if (others.length > 0) throw new Undone(`gs://${bucket} holds what is not ${cohort}'s: ${few(others)}`);
  const locks = objects.filter(({ name }) => name.endsWith('.tflock')).map(({ name }) => name);
  if (locks.length > 0) throw new Undone(`a run holds locks in gs://${bucket}: ${few(locks)}`);
  const own = `${cohort}/${stateStackName()}/`;
  const states = objects.filter(({ name }) => name.endsWith('.tfstate') && !name.startsWith(own));
  const full: string[] = [];
  for (const { name } of states) {
    const resources = tryReadState(await cloud.read(`gs://${bucket}/${name}`));
    if (resources === undefined) full.push(`${name} (no state that can be read)`);
    else if (resources.length > 0) full.push(`${name} (${counted(resources.length, 'resource')})`);
  }
  if (full.length > 0) throw new Undone(`not all states are empty: ${few(full)}`);
}

async function listed(
  cloud: DestroyStateProps['cloud'],
  bucket: string,
  isMoved: boolean,
): Promise<readonly ListedObject[]> {
  try {
    return await cloud.objects(`gs://${bucket}`);
  } catch (error) {
    // A run that ended behind the destroy left nothing but its own state here.
    if (isMoved && error instanceof Undone && /not found|does not exist|404/i.test(error.message)) return [];
    throw error;
  }
}

interface StateStackFile {
  readonly resource: { readonly google_storage_bucket: Readonly<Record<string, unknown>> };
}

function bucketAddress(folder: string): string {
  const { resource } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as StateStackFile;
  return `google_storage_bucket.${Object.keys(resource.google_storage_bucket)[0]!}`;
}

const MOST_SHOWN = 10;

const few = (names: readonly string[]): string =>
  names.length <= MOST_SHOWN
    ? names.join(', ')
    : `${names.slice(0, MOST_SHOWN).join(', ')} and ${names.length - MOST_SHOWN} more`;
