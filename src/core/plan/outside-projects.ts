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
import type { LastingProject, OutsideKind } from '../ledger/lasting-projects';
import { OUTSIDE_KINDS, lasts } from '../ledger/lasting-projects';
import { isForgotten, placesOf } from '../ledger/ledger';
import { labels } from './labels';
import type { CellLogsPlan } from './logs-plan';
import { cellLogsOf, sharesLogs } from './logs-plan';
import { MACHINE_NETWORK } from './machine-network';
import { sharesMachines, visitorGrant } from './machine-plan';
import type { PlanInputs } from './plan-inputs';
import { sharesServices } from './serverless-plan';
import { tierOf } from './tier-of';

interface Cell {
  readonly number: CellNumber;
  readonly tenants: readonly TenantPlan[];
  readonly staff: StaffPlan;
  readonly accessEnds: Instant;
}

/** Projects beside that of a cell, for what its tenants have outside of the cluster, or had. */
export function outsideProjects(
  inputs: PlanInputs,
  cell: Cell,
): Pick<CellPlan, 'serverless' | 'machines' | 'logs'> {
  const stands = (kind: OutsideKind): boolean =>
    ASKED_FOR[kind](inputs) || lasts(inputs.ledger, cell.number, kind);
  return {
    ...(stands('services') ? { serverless: servicesOf(inputs, cell) } : {}),
    ...(stands('machines') ? { machines: machinesOf(inputs, cell) } : {}),
    ...(stands('logs') ? { logs: logsOf(inputs, cell) } : {}),
  };
}

/** Whether a cohort uses a project for it now. */
const ASKED_FOR: Readonly<Record<OutsideKind, (inputs: PlanInputs) => boolean>> = {
  services: ({ course, config }) => sharesServices(course, config),
  machines: ({ course, config }) => sharesMachines(course, config),
  logs: ({ config }) => sharesLogs(config),
};

/** Projects that the cells of a ledger are to have now, for its lines. */
export function projectsAskedFor(inputs: PlanInputs): readonly Omit<LastingProject, 'on'>[] {
  const { config, ledger } = inputs;
  const kinds = OUTSIDE_KINDS.filter((kind) => ASKED_FOR[kind](inputs));
  const shared = [...placesOf(ledger).values()].filter(
    ({ key }) => !isForgotten(key) && tierOf(config, key) !== 'cluster',
  );
  const cells = [...new Set(shared.map(({ cell }) => cell))].sort((a, b) => a - b);
  return cells.flatMap((cell) => kinds.map((project) => ({ cell, project })));
}

/** Says which projects stay though nothing uses them any more, and why. */
export function lastingNotices(inputs: PlanInputs, cells: readonly CellPlan[]): readonly string[] {
  return cells.flatMap(({ number, serverless, machines, logs }) => {
    const ids = { services: serverless?.id, machines: machines?.id, logs: logs?.project.id };
    return OUTSIDE_KINDS.flatMap((kind) =>
      ids[kind] === undefined || ASKED_FOR[kind](inputs) || !lasts(inputs.ledger, number, kind)
        ? []
        : [
            `${ids[kind]} stays until the teardown, though no ${kind} are in it any more: the id of a deleted project is never free again`,
          ],
    );
  });
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
