import { toolkitOf } from '../../core/catalogue/catalogue';
import { alsoCostsWords } from '../../core/catalogue/cost-words';
import { placeFor } from '../../core/catalogue/placed-objects';
import type { Endpoint, SecretNeed, Toolkit, ToolkitPlace } from '../../core/catalogue/toolkit';
import { stands } from '../../core/catalogue/workloads';
import type { PlacedObject } from '../../core/kubernetes/placed-object';
import type { LabPlan, TenantPlan, ToolkitPlan } from '../../core/plan/cohort-plan';
import { TENANT_BOARDS } from '../../monitoring/dashboards/boards';
import { TENANT_OVERVIEW } from '../../monitoring/dashboards/tenant-overview.board';
import { yamlDocuments } from '../yaml-documents';
import { madeOnce } from './made-once';

/** Folder in which the examples of toolkits lie, each toolkit's in one of its own, once they are unpacked. */
export const EXAMPLES_FOLDER = 'toolkits';
/** Archive beside a page that has them. */
export const EXAMPLES_ARCHIVE = 'toolkits.zip';

/** Everything about the toolkits of a place that its page and the files beside it need. */
export interface ToolkitsOfPlace {
  /** Part of the page, line by line; nothing where no lab uses a toolkit. */
  readonly section: readonly string[];
  /** Texts of example files, by their path from the page once they are unpacked. */
  readonly files: ReadonlyMap<string, string>;
}

interface Use {
  readonly plan: ToolkitPlan;
  readonly toolkit: Toolkit;
  readonly place: ToolkitPlace;
  /** Texts of its examples, by their path from the page. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether a Grafana of the place shows it. */
  readonly hasBoards: boolean;
}

/** What a tenant is told of the toolkits of its place; `labs` are all that are on the page, its team's among them. */
export function toolkitsOfPlace(labs: readonly LabPlan[], tenant: TenantPlan): ToolkitsOfPlace {
  const uses = tenant.toolkits.map((plan): Use => {
    const toolkit = toolkitOf(plan);
    const place = placeOf(tenant, plan);
    return { plan, toolkit, place, files: filesOf(toolkit, place), hasBoards: tenant.grafana !== undefined };
  });
  const files = uses.flatMap((use) => [...use.files]);
  const elsewhere = inPlaceOfTeam(labs, tenant);
  const sections = uses.flatMap((use) => sectionOf(use, labs));
  if (sections.length === 0 && elsewhere.length === 0) return { section: [], files: new Map() };
  const section = [
    '## Tools your labs use',
    '',
    ...elsewhere,
    ...files.slice(0, 1).flatMap(([first]) => unpacked(first)),
    ...sections,
  ];
  return { section, files: new Map(files) };
}

/** How the examples are had; `first` is one of them, by its path from the page. */
const unpacked = (first: string): readonly string[] => [
  `The files to start from are in \`${EXAMPLES_ARCHIVE}\` beside this page. Unpack it here, once, with \`unzip ${EXAMPLES_ARCHIVE}\` (Windows: \`tar -xf ${EXAMPLES_ARCHIVE}\`). Then each tool has a folder of its own: go there before you run what its section says, as \`cd ${first.split('/').slice(0, 2).join('/')}\`.`,
  '',
];

/** The place as a toolkit sees it. */
export const placeOf = (tenant: TenantPlan, use: Pick<ToolkitPlan, 'id' | 'size'>): ToolkitPlace =>
  placeFor(use, tenant.toolkits, {
    namespace: tenant.namespace,
    host: tenant.host,
    registryPath: tenant.registry.path,
    ...(tenant.service === undefined ? {} : { servicesProject: tenant.service.project }),
    ...(tenant.machine === undefined ? {} : { machinesProject: tenant.machine.project }),
    ...onGithub(tenant),
    ...(tenant.cluster?.accelerator === undefined ? {} : { accelerator: tenant.cluster.accelerator }),
    bucket: tenant.bucket.name,
  });

/** The tenant's repository, if anybody said whose it is: known by its workflows, or made without any. */
function onGithub({ github, repository }: TenantPlan): Pick<ToolkitPlace, 'github'> {
  if (github !== undefined) return { github: { ...github, isMade: repository !== undefined } };
  if (repository === undefined) return {};
  return { github: { repository: `${repository.owner}/${repository.name}`, branch: 'main', isMade: true } };
}

function inPlaceOfTeam(labs: readonly LabPlan[], tenant: TenantPlan): readonly string[] {
  const own = new Set(tenant.toolkits.map(({ id }) => id));
  const others = labs.flatMap(({ toolkits }) => toolkits).filter(({ id }) => !own.has(id));
  if (others.length === 0) return [];
  const titles = [...new Set(others.map((use) => toolkitOf(use).title))].sort();
  return [`In the place of your team, and told of on its page: ${titles.join(', ')}.`, ''];
}

function sectionOf(
  { plan, toolkit, place, files, hasBoards }: Use,
  labs: readonly LabPlan[],
): readonly string[] {
  const using = labs.filter(({ toolkits }) => toolkits.some(({ id }) => id === plan.id));
  const { endpoint, secrets = [], retired } = toolkit;
  const costs = alsoCostsWords(toolkit, plan.size);
  const names = [...files.keys()];
  return [
    `### ${toolkit.title}`,
    '',
    `${toolkit.gives} For ${idsOf(using)}; ${whoSetsUp(plan, toolkit, using)}.`,
    '',
    ...(retired === undefined ? [] : [`Nobody maintains it since ${retired.since}. ${retired.says}`, '']),
    toldOf(plan, toolkit)(place).trim(),
    '',
    ...(hasBoards ? boardLines(toolkit) : []),
    ...(endpoint !== undefined && plan.standing && toolkit.workloads === undefined ? reached(endpoint) : []),
    ...(plan.standing ? secrets.flatMap(credential) : []),
    // What is the student's to set up has the names that she gives it.
    ...(plan.standing || toolkit.place === undefined ? smokeLines(toolkit) : []),
    ...(names.length === 0
      ? []
      : [`Files to start from: ${names.map((name) => `[${name}](${name})`).join(', ')}.`, '']),
    ...(costs === undefined ? [] : [`What it costs beside your room: ${costs}`, '']),
  ];
}

/** How it is used where it stands, or how it is set up where that is the work of the lab. */
const toldOf = ({ standing }: ToolkitPlan, toolkit: Toolkit): Toolkit['handout'] =>
  standing || !stands(toolkit) ? toolkit.handout : (toolkit.setUp ?? toolkit.handout);

/** Boards that are for it and its like; how all pods are shown is told once, under "Your metrics". */
function boardLines({ dashboards }: Toolkit): readonly string[] {
  if ('none' in dashboards) return [];
  const own = TENANT_BOARDS.flatMap(({ uid, title }) =>
    uid === TENANT_OVERVIEW.uid
      ? []
      : dashboards.filter(({ board }) => board === uid).map(({ panels }) => ({ title, panels })),
  );
  return own.flatMap(({ title, panels }) => [`On your board "${title}": ${panels.join('; ')}.`, '']);
}

const idsOf = (labs: readonly LabPlan[]): string => labs.map(({ id }) => id).join(', ');

function whoSetsUp(
  { id, standing }: ToolkitPlan,
  { place, workloads, retired }: Toolkit,
  using: readonly LabPlan[],
): string {
  if (standing) {
    const students = using.filter(({ toolkits }) =>
      toolkits.every((use) => use.id !== id || use.setUp === 'student'),
    );
    if (students.length === 0) return 'it stands ready while they are open, and sleeps at other times';
    const ready = using.filter((lab) => !students.includes(lab));
    return `it stands ready while ${idsOf(ready)} ${ready.length === 1 ? 'is' : 'are'} open, and sleeps at other times; in ${idsOf(students)} setting up one of your own is your work, under a name of its own`;
  }
  if (retired !== undefined) return 'nothing of it is installed';
  return place === undefined && workloads === undefined
    ? 'nothing runs until you start it'
    : 'setting it up is your work, and there is room for it';
}

const reached = ({ service, port, protocol }: Endpoint): readonly string[] => [
  `Pods of your place reach it at \`${service}:${port}\` (${protocol}). From your own machine, in a terminal that stays open:`,
  '',
  '```sh',
  `kubectl port-forward service/${service} ${port < 1024 ? 8000 + port : port}:${port}`,
  '```',
  '',
];

const credential = ({ name, keys }: SecretNeed): readonly string[] => [
  `What it asks for was made for your place alone; it is in the Secret \`${name}\` once it first was awake:`,
  '',
  '```sh',
  ...keys.map((key) => `kubectl get secret ${name} -o go-template='{{index .data "${key}" | base64decode}}'`),
  '```',
  '',
];

function smokeLines({ smoke }: Toolkit): readonly string[] {
  if (smoke === undefined) return [];
  return [
    `This shows whether it works; the answer has \`${smoke.says}\` in it:`,
    '',
    '```sh',
    `kubectl ${smoke.kubectl.map(quoted).join(' ')}`,
    '```',
    '',
  ];
}

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** What makes the examples of a toolkit: most look at nothing of a place, and are made once for all. */
const makers = new WeakMap<Toolkit, (place: ToolkitPlace) => ReadonlyMap<string, string>>();

function filesOf(toolkit: Toolkit, place: ToolkitPlace): ReadonlyMap<string, string> {
  const make = makers.get(toolkit) ?? madeOnce((of: ToolkitPlace) => examplesOf(toolkit, of));
  makers.set(toolkit, make);
  return make(place);
}

function examplesOf(toolkit: Toolkit, place: ToolkitPlace): ReadonlyMap<string, string> {
  return new Map(
    toolkit
      .examples(place)
      .map((file) => [
        [EXAMPLES_FOLDER, toolkit.id, file.name].join('/'),
        'objects' in file ? file.objects.map(documentText).join('---\n') : file.text,
      ]),
  );
}

/** More objects than the examples of all toolkits have; beyond that they are those of single places. */
const MOST_KEPT = 1000;
const documents = new Map<string, string>();

/** An object as YAML. Most are the same in all places, and scripts in them are slow to write. */
function documentText(object: PlacedObject): string {
  const key = JSON.stringify(object);
  const known = documents.get(key);
  if (known !== undefined) return known;
  if (documents.size >= MOST_KEPT) documents.clear();
  const text = yamlDocuments([object]);
  documents.set(key, text);
  return text;
}
