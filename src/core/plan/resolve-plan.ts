import { createHash } from 'node:crypto';
import type { CohortConfig } from '../config/cohort.schema';
import { accessEndsOf, windowsOf } from '../course/calendar';
import type { Course } from '../course/course.schema';
import { toolkitOf } from '../catalogue/catalogue';
import type { AllowedImages } from '../domain/allowed-images';
import { imageName } from '../domain/pinned-images';
import type { Email } from '../domain/ids';
import { deepFreeze } from '../domain/deep-freeze';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { MIDNIGHT, atLocal, plusDays } from '../domain/time';
import type { LockRow } from '../images/image-lock';
import { imageNotices } from '../images/images-by-tag';
import { withHeldImages } from '../images/own-toolkit-images';
import type { Ledger } from '../ledger/ledger';
import { LIMITS } from '../limits/limits';
import { checkOf } from '../privacy/pseudonyms';
import type { Roster } from '../roster/roster';
import { resolveCells } from './cells';
import type { BudgetContact, CohortPlan, LabPlan, StaffPlan, StatePlan, TermPlan } from './cohort-plan';
import { ADMIN_APIS } from './apis';
import { diskNotices } from './disk-notices';
import { groupsPlanOf } from './groups-plan';
import { gpuNotices } from './gpu-pool';
import { crowdedCells } from './lab-nodes';
import { labels } from './labels';
import { logNotices } from './logs-plan';
import { githubNotices } from './github-plan';
import { lastingNotices } from './outside-projects';
import type { PlanInputs } from './plan-inputs';
import { breachesOf } from './plan-limits';
import { machineNotices } from './machine-plan';
import { scratchGibForPlaces } from './node-scratch';
import { noticesOf } from './notices';
import { scanNotices } from './scans-plan';
import { serviceNotices } from './serverless-plan';
import { repositoriesIn, repositoryNotices } from './repository-plan';
import { workedBy } from './tenant-keys';
import { resolveShards } from './tenants';
import { resolveHours, resolveWindows } from './windows';

/**
 * Decides everything for a cohort at an instant: same inputs, same plan. The ledger must already
 * name every tenant of the roster; inputs that contradict each other were refused before. `imageLock` holds images
 * that nobody names by digest to what the cohort saw first.
 */
export function resolvePlan(
  config: CohortConfig,
  roster: Roster,
  written: Course,
  ledger: Ledger,
  at: Instant,
  imageLock: readonly LockRow[] = [],
): CohortPlan {
  const course = withHeldImages(written, imageLock);
  const inputs: PlanInputs = { config, roster, course, ledger, imageLock };
  requirePseudonyms(inputs);
  const term = termOf(config, at);
  const sessions = config.sessions ?? course.sessions;
  const windows = windowsOf(course, config.term, sessions);
  const staff = staffOf(config);
  const groups = groupsPlanOf(config);
  const shards = resolveShards(inputs, windows, term.accessEnds, staff);
  const cells = resolveCells(inputs, shards, { windows, sessions, staff, accessEnds: term.accessEnds });
  const labs = labsOf(inputs, windows, at);
  const hours = resolveHours(inputs, shards);
  const repositories = repositoriesIn(course, config);
  return deepFreeze<CohortPlan>({
    cohort: config.id,
    course: { id: course.id, title: course.title },
    at,
    term,
    google: {
      folder: config.google.folder,
      billingAccount: config.google.billingAccount,
      region: config.google.region,
      adminProject: config.google.adminProject,
      projectPrefix: config.google.projectPrefix ?? config.id,
    },
    state: stateOf(config),
    domain: config.domain,
    staff,
    ...(groups === undefined ? {} : { groups }),
    images: imagesOf(inputs),
    ...(repositories === undefined ? {} : { repositories }),
    labs,
    hours,
    cells,
    shards,
    windows: resolveWindows({ labs, hours, at }, cells, shards),
    notices: [
      ...noticesOf(inputs),
      ...githubNotices(inputs),
      ...repositoryNotices(shards),
      ...scanNotices(inputs),
      ...logNotices(inputs),
      ...serviceNotices(shards, config.google.region),
      ...lastingNotices(inputs, cells),
      ...crowdedCells(cells, shards, (diskGb) => scratchGibForPlaces(diskGb, course)),
      ...gpuNotices(cells),
      ...diskNotices(cells, shards, config.google.region),
      ...machineNotices(cells, shards, config.google.region),
      ...imageNotices(written, imageLock),
    ],
    breaches: breachesOf(cells, shards),
  });
}

function termOf({ term }: CohortConfig, at: Instant): TermPlan {
  const { starts, ends, timeZone } = term;
  const accessEnds = accessEndsOf(term);
  const before = at < atLocal(starts, MIDNIGHT, timeZone);
  return {
    starts,
    ends,
    timeZone,
    lastDay: plusDays(ends, term.daysAfterEnd),
    accessEnds,
    phase: before ? 'before' : at < accessEnds ? 'running' : 'over',
  };
}

function stateOf({ id, state, google }: CohortConfig): StatePlan {
  return state.backend === 'local'
    ? { backend: 'local' }
    : { ...state, project: google.adminProject, apis: ADMIN_APIS, labels: labels(id, {}) };
}

/** No way into the cloud for a person's address: one that got this far was read past the pseudonyms. */
function requirePseudonyms({ config, roster }: PlanInputs): void {
  if (config.privacy.pseudonyms === undefined) return;
  const named = roster.students.filter(({ email }) => checkOf({ student: email }) === undefined);
  if (named.length > 0)
    throw new Error(`${named.length} students of a cohort with pseudonyms still have their own addresses`);
}

function staffOf({ staff, taReadsSecrets, privacy }: CohortConfig): StaffPlan {
  const emails = (role: 'instructor' | 'ta'): StaffPlan['tas'] =>
    staff
      .filter((person) => person.role === role)
      .map(({ email }) => email)
      .sort(byText(String));
  const instructors = emails('instructor');
  const budgetContacts = instructors.slice(0, LIMITS.notificationChannelsPerBudget.planFor).map(contactOf);
  const areGroups = privacy.pseudonyms === undefined ? {} : { areGroups: true as const };
  return { instructors, tas: emails('ta'), ...areGroups, taReadsSecrets, budgetContacts };
}

/** What the course and its toolkits need and what the cohort adds, each once. */
function imagesOf({ config, course }: PlanInputs): AllowedImages {
  const once = (names: readonly string[]): readonly string[] => [...new Set(names)].sort(byText(String));
  const toolkits = course.labs.flatMap((lab) => lab.toolkits.map(toolkitOf));
  return {
    registries: once(config.images.registries),
    images: once([
      ...course.images,
      ...toolkits.flatMap(({ images }) => images.map(({ ref }) => imageName(ref))),
      ...config.images.allow,
    ]),
  };
}

/** Named by a hash: neither an address nor a place in a list that others could shift. */
function contactOf(email: Email): BudgetContact {
  return { email, displayName: `Instructor ${createHash('sha256').update(email).digest('hex').slice(0, 8)}` };
}

function labsOf(
  { course, config }: PlanInputs,
  windows: ReturnType<typeof windowsOf>,
  at: Instant,
): readonly LabPlan[] {
  return course.labs.map((lab) => {
    const { opens, due, closes } = windows.find((window) => window.lab === lab.id)!;
    const phase = at < opens ? 'upcoming' : at < due ? 'open' : at < closes ? 'late' : 'closed';
    const { id, title, weight, toolkits, load } = lab;
    const graded = load === undefined ? {} : { load };
    return {
      id,
      title,
      weight,
      workedBy: workedBy(lab, config),
      opens,
      due,
      closes,
      phase,
      toolkits,
      ...graded,
    };
  });
}
