import { groupMember } from '../domain/group-names';
import type { CellNumber } from '../domain/ids';
import { machinesProjectId, serverlessProjectId } from '../domain/names';
import { Money } from '../domain/money';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { inOrder, staffGrants } from './access';
import { MACHINE_APIS, SERVERLESS_APIS } from './apis';
import type { CellPlan, MachinesPlan, ProjectPlan, StaffPlan, TenantPlan } from './cohort-plan';
import { groupsPlanOf } from './groups-plan';
import { labels } from './labels';
import type { CellLogsPlan } from './logs-plan';
import { cellLogsOf, sharesLogs } from './logs-plan';
import { MACHINE_NETWORK } from './machine-network';
import { sharesMachines, visitorGrant } from './machine-plan';
import type { PlanInputs } from './plan-inputs';
import { sharesServices } from './serverless-plan';

interface Cell {
  readonly number: CellNumber;
  readonly tenants: readonly TenantPlan[];
  readonly staff: StaffPlan;
  readonly accessEnds: Instant;
}

/** Projects beside that of a cell, for what its tenants have outside of the cluster. */
export function outsideProjects(
  inputs: PlanInputs,
  cell: Cell,
): Pick<CellPlan, 'serverless' | 'machines' | 'logs'> {
  const { course, config } = inputs;
  return {
    ...(sharesServices(course, config) ? { serverless: servicesOf(inputs, cell) } : {}),
    ...(sharesMachines(course, config) ? { machines: machinesOf(inputs, cell) } : {}),
    ...(sharesLogs(config) ? { logs: logsOf(inputs, cell) } : {}),
  };
}

/** A project apart: in the cell's own, a service could be put into the network of the cluster. */
function servicesOf({ config }: PlanInputs, { number, tenants, staff }: Cell): ProjectPlan {
  return {
    id: serverlessProjectId(config.google.projectPrefix ?? config.id, number),
    apis: SERVERLESS_APIS,
    labels: labels(config.id, { cell: number }),
    access: inOrder(staffGrants(staff, { cluster: false })),
    budget: budgetOf(tenants.filter(({ service }) => service?.shared === true)),
  };
}

/** A project apart: in the cell's own, addresses of machines would be among those of nodes. */
function machinesOf({ config }: PlanInputs, { number, tenants, staff, accessEnds }: Cell): MachinesPlan {
  const id = machinesProjectId(config.google.projectPrefix ?? config.id, number);
  const having = tenants.filter(({ machine }) => machine?.shared === true);
  const users = [...new Set(having.flatMap(({ machine }) => machine!.users))].sort(byText(String));
  const groups = groupsPlanOf(config);
  const visitors = groups === undefined || users.length === 0 ? users : [groupMember(groups.students)];
  return {
    id,
    apis: MACHINE_APIS,
    labels: labels(config.id, { cell: number }),
    access: inOrder([...staffGrants(staff, { cluster: false }), visitorGrant(id, visitors, accessEnds)]),
    budget: budgetOf(having),
    network: MACHINE_NETWORK,
  };
}

/** A project apart: a project has a hundred log buckets, and the cell's own has logs that are not tenants' to read. */
const logsOf = (inputs: PlanInputs, { number, tenants, staff }: Cell): CellLogsPlan =>
  cellLogsOf(inputs, number, tenants, { staff, budget: budgetOf(tenants) });

/** What may be spent by all of `tenants`: a budget is never of nothing. */
export function budgetOf(tenants: readonly TenantPlan[]): Money {
  if (tenants.length === 0) return Money.parse('1 USD');
  return tenants.reduce((sum, { budget }) => sum.plus(budget), Money.ZERO);
}
