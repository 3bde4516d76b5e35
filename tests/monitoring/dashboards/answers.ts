import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import { END, STEP } from '../generated-series/series';
import type { ShownPanel } from './shown-panels';

/** A series of an answer, with the values that are numbers. */
export interface AnsweredSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly number[];
}

/** A query of a panel, and what Prometheus said to it as Grafana asks. */
export interface Answer {
  readonly panel: ShownPanel;
  readonly query: Dataquery;
  readonly series: readonly AnsweredSeries[];
}

/** Seconds that a board shows when it is opened, and no more than there are. */
const SHOWN_SECONDS = 3600;

/** Samples of an hour that a line over time has at least: fewer is a line that one does not see. */
export const ENOUGH = 30;

interface Reply {
  readonly status: string;
  readonly error?: string;
  readonly data?: {
    readonly result: readonly {
      readonly metric: Record<string, string>;
      readonly value?: readonly [number, string];
      readonly values?: readonly (readonly [number, string])[];
    }[];
  };
}

/** Asks as Grafana does: for a range where the panel shows time, otherwise for the last moment. */
export async function ask(
  url: string,
  panel: ShownPanel,
  query: Dataquery,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const when =
    query.range === true
      ? { start: `${END - SHOWN_SECONDS}`, end: `${END}`, step: `${STEP}` }
      : { time: `${END}` };
  const path = query.range === true ? 'query_range' : 'query';
  const asked = new URLSearchParams({ query: query.expr ?? '', ...when });
  const reply = (await (await fetch(`${url}/api/v1/${path}?${asked}`, { headers })).json()) as Reply;
  if (reply.data === undefined) throw new Error(`${nameOf(panel, query)}: ${reply.error}`);
  return {
    panel,
    query,
    series: reply.data.result.map(({ metric, value, values }) => ({
      labels: metric,
      values: (values ?? [value!]).map(([, text]) => Number(text)).filter((each) => !Number.isNaN(each)),
    })),
  };
}

/** Whether one sees anything of it. */
export const isVisible = ({ query, series }: Answer): boolean =>
  series.some(({ values }) => values.length >= (query.range === true ? ENOUGH : 1));

/** Board, panel and query, to be found by. */
export const nameOf = ({ board, title }: ShownPanel, { expr }: Dataquery): string =>
  `${board} › ${title} › ${expr}`;
