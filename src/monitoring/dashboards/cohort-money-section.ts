import { bars } from './bars';
import type { Section } from './board';
import { PACE } from './levels';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

const COST = 'namespace:cost_usd_per_hour:sum';

/** What the cohort spends, and who spends most. */
export const moneySection = (): Section => ({
  heading: 'Money',
  lines: [
    {
      height: 12,
      panels: [
        bars({
          title: 'Pace of the budget',
          description:
            'The 20 places that spend fastest: the last day, carried on to the end of the term, over the budget.',
          unit: UNIT.ratio,
          levels: PACE,
          queries: [{ expr: 'topk(20, namespace:budget_pace:ratio1d)', legend: '{{namespace}}' }],
        }),
        bars({
          title: 'Cost per hour by place',
          description:
            'The 20 most expensive places, at list prices. A load balancer costs as much as a small pod.',
          unit: UNIT.dollars,
          queries: [{ expr: `topk(20, ${COST})`, legend: '{{namespace}}' }],
        }),
        timeSeries({
          title: 'Cost per hour',
          description: 'All places together, the usual place and the most expensive one.',
          unit: UNIT.dollars,
          queries: [
            { expr: `sum(${COST})`, legend: 'all' },
            { expr: `quantile(0.5, ${COST})`, legend: 'median place' },
            { expr: `max(${COST})`, legend: 'most expensive place' },
          ],
        }),
      ],
    },
  ],
});
