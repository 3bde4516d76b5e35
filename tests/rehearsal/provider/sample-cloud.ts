import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { CloudError } from '../../../src/rehearsal/cloud/cloud-error';
import { projectName, serviceName } from '../../../src/rehearsal/provider/cloud-names';

/** 2027-01-11T08:00:00Z */
export const START = 1_799_654_400_000;

/** A cloud with the project `w255`, in which some APIs are on. */
export function projectCloud(...apis: readonly string[]): Cloud {
  const cloud = new Cloud(START);
  put(cloud, projectName('w255'), 'cloudresourcemanager.googleapis.com/Project');
  for (const api of apis) put(cloud, serviceName('w255', api), 'serviceusage.googleapis.com/Service');
  return cloud;
}

/** Puts something there that Terraform did not make. */
export function put(cloud: Cloud, name: `//${string}`, type: string): void {
  cloud.insert({ name, type, data: {}, madeBy: 'people' });
}

/** What Google answers to a call that it refuses, as the provider prints it. */
export async function refusal(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof CloudError) return error.text;
    throw error;
  }
  throw new Error('It was not refused');
}
