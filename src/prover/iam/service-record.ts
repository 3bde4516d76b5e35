import type { TenantPlan } from '../../core/plan/cohort-plan';
import { accountEmail } from '../terraform/cloud-resources';

/** A place's service on Cloud Run: in which project it is, and as which account it runs. */
export interface ServiceRecord {
  readonly project: string;
  readonly name: string;
  readonly account: string;
}

/** The service of a tenant, for its record: nothing where it has none. */
export const serviceOf = ({ service }: TenantPlan): { readonly service?: ServiceRecord } =>
  service === undefined
    ? {}
    : {
        service: {
          project: service.project,
          name: service.name,
          account: accountEmail(service.account, service.project),
        },
      };
