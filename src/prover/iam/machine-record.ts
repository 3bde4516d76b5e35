import type { TenantPlan } from '../../core/plan/cohort-plan';
import { accountEmail } from '../terraform/cloud-resources';

/** A place's machine: in which project it is, as which account it runs, and when it may be started. */
export interface MachineRecord {
  readonly project: string;
  readonly zone: string;
  readonly name: string;
  readonly account: string;
  readonly from: string;
  readonly until: string;
}

/** The machine of a tenant, for its record: nothing where it has none. */
export const machineOf = ({ machine }: TenantPlan): { readonly machine?: MachineRecord } =>
  machine === undefined
    ? {}
    : {
        machine: {
          project: machine.project,
          zone: machine.zone,
          name: machine.name,
          account: accountEmail(machine.account, machine.project),
          ...machine.startable,
        },
      };
