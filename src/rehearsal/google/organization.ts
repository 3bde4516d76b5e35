import { ADMIN_APIS } from '../../core/plan/apis';
import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { billingAccountName, folderName, projectName, serviceName } from '../provider/cloud-names';
import { projectNumber } from './project-number';

/** What an institution has before a cohort comes. */
export interface OrganizationProps {
  /** Number of the folder that the cohort's projects are made in. */
  readonly folder: string;
  readonly billingAccount: string;
  /** Id of the project that holds the state and that calls are counted to. */
  readonly adminProject: string;
}

/** Puts folder, billing account and admin project into a cloud; what stands already stays as it is. */
export function seedOrganization(cloud: Cloud, props: OrganizationProps): void {
  const { folder, billingAccount, adminProject } = props;
  const people = (name: AssetName, asset: Omit<Parameters<Cloud['insert']>[0], 'name' | 'madeBy'>): void => {
    if (cloud.tryFind(name) === undefined) cloud.insert({ ...asset, name, madeBy: 'people' });
  };
  people(folderName(folder), {
    type: 'cloudresourcemanager.googleapis.com/Folder',
    data: {
      name: `folders/${folder}`,
      folder_id: folder,
      display_name: 'Courses',
      lifecycle_state: 'ACTIVE',
    },
  });
  people(billingAccountName(billingAccount), {
    type: 'cloudbilling.googleapis.com/BillingAccount',
    data: {
      name: `billingAccounts/${billingAccount}`,
      display_name: 'Courses',
      open: true,
      currency_code: 'USD',
    },
  });
  people(projectName(adminProject), {
    type: 'cloudresourcemanager.googleapis.com/Project',
    parent: folderName(folder),
    data: {
      id: `projects/${adminProject}`,
      project_id: adminProject,
      number: projectNumber(adminProject),
      name: adminProject,
      folder_id: folder,
      org_id: null,
      billing_account: billingAccount,
      effective_labels: {},
    },
  });
  for (const service of ADMIN_APIS) {
    people(serviceName(adminProject, service), {
      type: 'serviceusage.googleapis.com/Service',
      project: adminProject,
      data: { id: `${adminProject}/${service}`, project: adminProject, service },
    });
  }
}
