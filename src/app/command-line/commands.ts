/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports --
   import() would need the loader for ES modules, which is slower to start than what is saved. */

import { later } from '../later';

export const at = later(() => (require('../commands/at') as typeof import('../commands/at')).at);
export const bootstrap = later(
  () => (require('../commands/bootstrap') as typeof import('../commands/bootstrap')).bootstrap,
);
export const calendar = later(
  () => (require('../commands/calendar') as typeof import('../commands/calendar')).calendar,
);
export const charts = later(
  () => (require('../commands/charts') as typeof import('../commands/charts')).charts,
);
export const chartsGet = later(
  () => (require('../commands/charts') as typeof import('../commands/charts')).chartsGet,
);
export const check = later(() => (require('../commands/check') as typeof import('../commands/check')).check);
export const courseCheck = later(
  () => (require('../commands/course-check') as typeof import('../commands/course-check')).courseCheck,
);
export const courseNew = later(
  () => (require('../commands/course-new') as typeof import('../commands/course-new')).courseNew,
);
export const courseRender = later(
  () => (require('../commands/course-render') as typeof import('../commands/course-render')).courseRender,
);
export const courseShow = later(
  () => (require('../commands/course-show') as typeof import('../commands/course-show')).courseShow,
);
export const due = later(() => (require('../commands/due') as typeof import('../commands/due')).due);
export const exportPerson = later(
  () => (require('../commands/export') as typeof import('../commands/export')).exportPerson,
);
export const forget = later(
  () => (require('../commands/forget') as typeof import('../commands/forget')).forget,
);
export const grade = later(() => (require('../commands/grade') as typeof import('../commands/grade')).grade);
export const groups = later(
  () => (require('../commands/groups') as typeof import('../commands/groups')).groups,
);
export const handout = later(
  () => (require('../commands/handout') as typeof import('../commands/handout')).handout,
);
export const images = later(
  () => (require('../commands/images') as typeof import('../commands/images')).images,
);
export const imagesLock = later(
  () => (require('../commands/images-lock') as typeof import('../commands/images-lock')).imagesLock,
);
export const init = later(() => (require('../commands/init') as typeof import('../commands/init')).init);
export const leaks = later(() => (require('../commands/leaks') as typeof import('../commands/leaks')).leaks);
export const ledger = later(
  () => (require('../commands/ledger') as typeof import('../commands/ledger')).ledger,
);
export const placeStep = later(
  () => (require('../commands/place-step') as typeof import('../commands/place-step')).placeStep,
);
export const plan = later(() => (require('../commands/plan') as typeof import('../commands/plan')).plan);
export const privacyKey = later(
  () => (require('../commands/privacy-key') as typeof import('../commands/privacy-key')).privacyKey,
);
export const prove = later(() => (require('../commands/prove') as typeof import('../commands/prove')).prove);
export const recover = later(
  () => (require('../commands/recover') as typeof import('../commands/recover')).recover,
);
export const rehearse = later(
  () => (require('../commands/rehearse') as typeof import('../commands/rehearse')).rehearse,
);
export const rosterCheck = later(
  () => (require('../commands/roster') as typeof import('../commands/roster')).rosterCheck,
);
export const rosterApply = later(
  () => (require('../commands/roster-apply') as typeof import('../commands/roster-apply')).rosterApply,
);
export const scans = later(() => (require('../commands/scans') as typeof import('../commands/scans')).scans);
export const submissions = later(
  () => (require('../commands/submissions') as typeof import('../commands/submissions')).submissions,
);
export const synth = later(() => (require('../commands/synth') as typeof import('../commands/synth')).synth);
export const teardown = later(
  () => (require('../commands/teardown') as typeof import('../commands/teardown')).teardown,
);
export const workflow = later(
  () => (require('../commands/workflow') as typeof import('../commands/workflow')).workflow,
);
