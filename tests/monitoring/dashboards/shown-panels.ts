import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import { STAFF_BOARDS, TENANT_BOARDS } from '../../../src/monitoring/dashboards/boards';
import type { Board } from '../../../src/monitoring/dashboards/board';

/** A panel as it stands in the JSON of a board. */
export interface ShownPanel extends Panel {
  readonly board: string;
  readonly audience: 'tenant' | 'staff';
  readonly queries: readonly Dataquery[];
}

const panelsOf = (audience: ShownPanel['audience'], board: Board): readonly ShownPanel[] => {
  const { panels } = JSON.parse(board.json()) as { panels: Panel[] };
  return panels
    .filter(({ type }) => type !== 'row')
    .map((panel) => ({
      ...panel,
      audience,
      board: board.uid,
      queries: (panel.targets ?? []) as Dataquery[],
    }));
};

/** Every panel of every board but the headings, in the order of the boards. */
export const SHOWN_PANELS: readonly ShownPanel[] = [
  ...TENANT_BOARDS.flatMap((board) => panelsOf('tenant', board)),
  ...STAFF_BOARDS.flatMap((board) => panelsOf('staff', board)),
];
