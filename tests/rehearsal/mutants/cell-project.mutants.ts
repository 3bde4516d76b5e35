import { projectName } from '../../../src/rehearsal/provider/cloud-names';
import type { MutatedStack } from './mutant';
import type { Creation } from './race';

const PROJECT = 'tier-shared-c1';

const DNS_API: Creation = { type: 'google_project_service', having: { service: 'dns.googleapis.com' } };
const ZONE: Creation = { type: 'google_dns_managed_zone' };

/** Terraform takes a time that grows with the square of the members of one binding. */
const ROLES = [
  'roles/browser',
  'roles/cloudtrace.user',
  'roles/compute.viewer',
  'roles/dns.reader',
  'roles/errorreporting.viewer',
  'roles/iam.securityReviewer',
  'roles/pubsub.viewer',
  'roles/storage.objectUser',
];

const viewers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `user:student${index}@example.edu`);

/** The project of a cell: its APIs, who may do what in it, what it may cost. */
export const CELL_PROJECT_MUTANTS: MutatedStack = {
  about: 'The project of a cell',
  stack: 'cell-1',
  example: 'tier-namespace',
  after: [],
  mutants: [
    {
      title: 'The network does not wait for the API that it needs',
      mutate: (stack) => stack.set('Network/Network', 'depends_on', undefined),
      noticed: 'by looking at what was made',
      says: 'needs google_project_service.Project_computegoogleapiscom_00D1B18A (compute.googleapis.com), and nothing makes Terraform wait for it',
    },
    {
      title: 'The zone does not wait for its API, and comes too early',
      mutate: (stack) => stack.set('Zone/Resource', 'depends_on', undefined),
      race: { first: ZONE, then: [DNS_API] },
      noticed: 'while it is made',
      says: `dns.googleapis.com has not been used in project ${PROJECT} before or it is disabled; enable it with a google_project_service and let this resource depend on it`,
    },
    {
      title: 'The zone does not wait for its API, and is lucky',
      mutate: (stack) => stack.set('Zone/Resource', 'depends_on', undefined),
      race: { first: DNS_API, then: [ZONE] },
      noticed: 'by looking at what was made',
      says: 'needs google_project_service.Project_dnsgoogleapiscom_CF280D11 (dns.googleapis.com), and nothing makes Terraform wait for it: it was luck that it stood; add it to depends_on',
    },
    {
      title: 'The project counts as ready without one of its APIs',
      mutate: (stack) => stack.without('Project/Ready', 'depends_on', 'certificatemanager'),
      race: {
        first: { type: 'google_project_service', having: { service: 'certificatemanager.googleapis.com' } },
        then: [
          { type: 'google_certificate_manager_certificate_map' },
          { type: 'google_certificate_manager_dns_authorization' },
        ],
      },
      noticed: 'by looking at what was made',
      says: 'needs google_project_service.Project_certificatemanagergoogleapiscom_191A3211 (certificatemanager.googleapis.com), and nothing makes Terraform wait for it',
    },
    {
      title: 'The API of clusters is not switched on',
      mutate: (stack) => {
        stack.without('Project/Ready', 'depends_on', 'containergoogleapis');
        stack.remove('Project/container.googleapis.com');
      },
      noticed: 'while it is made',
      says: `container.googleapis.com has not been used in project ${PROJECT} before or it is disabled; enable it with a google_project_service`,
    },
    {
      title: 'The project has no billing account',
      mutate: (stack) => stack.set('Project/Resource', 'billing_account', undefined),
      noticed: 'while it is made',
      says: `Billing must be enabled for activation of service "compute.googleapis.com" in project ${PROJECT}: give the google_project a billing_account`,
    },
    {
      title: 'The project is put into a folder that is not there',
      mutate: (stack) => stack.set('Project/Resource', 'folder_id', '999999999999'),
      noticed: 'while it is made',
      says: 'Folder 999999999999 was not found: projects are made in a folder that stands',
    },
    {
      title: 'Somebody else has a project of that id',
      mutate: () => undefined,
      given: (cloud) =>
        cloud.insert({
          name: projectName(PROJECT),
          type: 'cloudresourcemanager.googleapis.com/Project',
          data: { project_id: PROJECT },
          madeBy: 'people',
        }),
      noticed: 'while it is made',
      says: `project id "${PROJECT}" is taken, and an id is unique in all of Google Cloud`,
    },
    {
      title: 'The project has the id of one that was deleted',
      mutate: () => undefined,
      given: (cloud) => {
        const name = projectName(PROJECT);
        const type = 'cloudresourcemanager.googleapis.com/Project';
        cloud.insert({ name, type, data: { project_id: PROJECT }, madeBy: 'people' });
        cloud.remove(name, 36_525);
      },
      noticed: 'while it is made',
      says: `project id "${PROJECT}" was of a project deleted on 2027-01-11, and the id of a deleted project is never free again: choose another`,
    },
    {
      title: 'The project may not be deleted',
      mutate: (stack) => stack.set('Project/Resource', 'deletion_policy', 'PREVENT'),
      noticed: 'when it is taken away',
      says: `Cannot destroy project ${PROJECT} as deletion_policy is set to PREVENT: write deletion_policy = "DELETE" and apply it before the destroy`,
    },
    {
      title: 'A policy has 1,600 members',
      mutate: (stack) =>
        ROLES.forEach((role, index) =>
          stack.copy('Access/logging.viewer', `Crowd${index}`, {
            role,
            members: viewers(1600 / ROLES.length),
          }),
        ),
      noticed: 'while it is made',
      says: 'principals (each appearance counts) and Google allows 1500: move tenants to another cell, or grant the role to a group',
    },
    {
      title: 'A role is given to one person under 21 conditions',
      mutate: (stack) => {
        for (let day = 1; day <= 21; day += 1) {
          const expression = `request.time < timestamp("2027-05-${String(day).padStart(2, '0')}T07:00:00Z")`;
          const condition = { title: `until-day-${day}`, expression };
          stack.copy('Access/logging.viewer', `Day${day}`, { condition });
        }
      },
      noticed: 'while it is made',
      says: 'would give roles/logging.viewer to user:<e-mail> under 21 conditions and Google allows 20: join conditions with ||',
    },
    {
      title: 'A member of a policy is an address without a word before it',
      mutate: (stack) => stack.set('Access/logging.viewer', 'members', ['ines.duarte@example.edu']),
      noticed: 'before anything is made',
      says: '"<e-mail>" is not an IAM member: write user:, group:, serviceAccount:, domain:, principal:// or principalSet:// before it',
    },
    {
      title: 'Two bindings of one role take its members from each other',
      mutate: (stack) =>
        stack.copy('Access/logging.viewer', 'Twice', { members: ['user:lin.wei@example.edu'] }),
      noticed: 'by looking at what was made',
      says: 'writes tier-shared-c1/roles/logging.viewer, and so does cell-1: google_project_iam_binding.Access_loggingviewer_39C7F00D; each undoes what the other did: make them one',
    },
    {
      title: 'A role is given to a workload before there is a cluster',
      mutate: (stack) =>
        stack.set('Access/logging.viewer', 'members', [
          `serviceAccount:${PROJECT}.svc.id.goog[practicum-system/reports]`,
        ]),
      race: {
        first: { type: 'google_project_iam_binding', having: { role: 'roles/logging.viewer' } },
        then: [{ type: 'google_container_cluster' }],
      },
      noticed: 'while it is made',
      says: `Identity Pool does not exist (${PROJECT}.svc.id.goog): it comes with the project's first cluster, so let the binding depend on the google_container_cluster`,
    },
    {
      title: 'The budget names the project by its id',
      mutate: (stack) => stack.set('Budget/Resource', 'budget_filter.projects', [`projects/${PROJECT}`]),
      noticed: 'while it is made',
      says: `its filter names "projects/${PROJECT}": write projects/<number>, with the number that Google gave the project`,
    },
    {
      title: 'The budget writes to six channels',
      mutate: (stack) => {
        const channels = 'all_updates_rule.monitoring_notification_channels';
        const [known] = stack.get('Budget/Resource', channels) as readonly string[];
        const names = ['One', 'Two', 'Three', 'Four', 'Five'];
        for (const name of names)
          stack.copy('Budget/Channel Instructor 844b623d', name, { display_name: name });
        const more = names.map((name) => `\${google_monitoring_notification_channel.${name}.id}`);
        stack.set('Budget/Resource', channels, [known!, ...more]);
      },
      noticed: 'while it is made',
      says: 'it has 6 notification channels and at most 5 are allowed',
    },
    {
      title: 'Calls about budgets are counted to a project that has not got their API',
      mutate: (stack) => stack.setInProvider('google', 'budgets', 'billing_project', PROJECT),
      noticed: 'while it is made',
      says: `billingbudgets.googleapis.com has not been used in project ${PROJECT} before or it is disabled; enable it with a google_project_service`,
    },
    {
      title: 'A label has a capital letter',
      mutate: (stack) => stack.set('Address/Resource', 'labels.practicum-cohort', 'Spring'),
      noticed: 'while it is made',
      says: 'Label "practicum-cohort" = "Spring" is not allowed: keys and values are at most 63 lower-case letters',
    },
  ],
};
