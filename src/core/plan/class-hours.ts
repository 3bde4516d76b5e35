import { timesOf } from '../course/session-times';
import { plusMinutes } from '../domain/time';
import type { ClassHoursPlan } from './class-hours-plan';
import type { PlanInputs } from './plan-inputs';
import type { PrewarmContext } from './prewarm';
import { prewarmOf } from './prewarm';
import { sleepOf } from './sleep';

/** What a cell does before, between and after the classes of its cohort. */
export function classHoursOf(inputs: PlanInputs, context: PrewarmContext): ClassHoursPlan {
  const { config, course } = inputs;
  const { tenants, windows, sessions } = context;
  const classes = sessions
    .flatMap((session) => timesOf(session, config.term, course.weeks))
    .map(({ opens, closes }) => ({
      opens: plusMinutes(opens, -config.classHours.prewarmMinutes),
      closes,
    }));
  const prewarm = prewarmOf(inputs, context);
  const sleep = sleepOf(inputs, { tenants, windows, classes });
  return { ...(prewarm === undefined ? {} : { prewarm }), ...(sleep === undefined ? {} : { sleep }) };
}
