import type { TerraformStack } from '../artifacts';
import type { Step } from '../finding';
import type { Json, JsonMap } from '../json-value';
import { isMap, mapAt } from '../json-value';

/** A resource or data source of a stack. */
export interface CloudResource {
  readonly stack: string;
  readonly file: string;
  readonly mode: 'resource' | 'data';
  readonly type: string;
  readonly name: string;
  readonly body: JsonMap;
}

/** What a reference to something that Google decides stands for, by type and attribute. */
type Computed = (text: (attribute: string) => string) => string;
const COMPUTED: Readonly<Record<string, Computed>> = {
  'google_project.number': (text) => numberOf(text('project_id')),
  'google_logging_project_sink.writer_identity': (text) => logWriterOf(text('project')),
  'google_service_account.email': (text) => accountEmail(text('account_id'), text('project')),
  'google_service_account.member': (text) =>
    `serviceAccount:${accountEmail(text('account_id'), text('project'))}`,
  'google_service_account.name': (text) =>
    `projects/${text('project')}/serviceAccounts/${accountEmail(text('account_id'), text('project'))}`,
  'google_artifact_registry_repository.name': (text) => text('repository_id'),
};

/** Stands for the number that Google gives a project. */
export const numberOf = (project: string): string => `<number of ${project}>`;

/** What Cloud Logging writes as from a project to others. */
export const logWriterOf = (project: string): string =>
  `serviceAccount:service-${numberOf(project)}@gcp-sa-logging.iam.gserviceaccount.com`;

export const accountEmail = (account: string, project: string): string =>
  `${account}@${project}.iam.gserviceaccount.com`;

const REFERENCE = /\$\{(data\.)?([a-z0-9_]+)\.([A-Za-z0-9_-]+)\.([^}]+)\}/g;

/** All resources of all stacks, with what they refer to. */
export class CloudResources {
  readonly all: readonly CloudResource[];
  private readonly byAddress: ReadonlyMap<string, CloudResource>;
  private readonly byType = new Map<string, CloudResource[]>();

  constructor(stacks: readonly TerraformStack[]) {
    this.all = stacks.flatMap(resourcesOf);
    this.byAddress = new Map(this.all.map((each) => [`${each.stack} ${addressOf(each)}`, each]));
    for (const each of this.all.filter(({ mode }) => mode === 'resource')) {
      const list = this.byType.get(each.type);
      if (list === undefined) this.byType.set(each.type, [each]);
      else list.push(each);
    }
  }

  ofType(type: string): readonly CloudResource[] {
    return this.byType.get(type) ?? [];
  }

  /** What a text of a stack says once its references are followed; what only Google knows stays a symbol. */
  resolve(stack: string, value: Json | undefined, depth = 0): string {
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    if (depth > 8 || !text.includes('${')) return text;
    return text.replaceAll(
      REFERENCE,
      (whole, data: string | undefined, type: string, name: string, attribute: string) => {
        const resource = this.byAddress.get(`${stack} ${data ?? ''}${type}.${name}`);
        if (resource === undefined) return `<unknown ${whole.slice(2, -1)}>`;
        const attributeText = (key: string): string => this.resolve(stack, resource.body[key], depth + 1);
        const literal = resource.body[attribute];
        if (literal !== undefined) return this.resolve(stack, literal, depth + 1);
        return (
          COMPUTED[`${type}.${attribute}`]?.(attributeText) ??
          `<${attribute} of ${addressOf(resource)} in ${stack}>`
        );
      },
    );
  }

  /** An attribute of a resource, its references followed. */
  text(resource: CloudResource, attribute: string): string {
    return this.resolve(resource.stack, resource.body[attribute]);
  }

  /** The resource that a text of a stack refers to first. */
  tryFollow(stack: string, text: string): CloudResource | undefined {
    const [, data, type, name] = new RegExp(REFERENCE.source).exec(text) ?? [];
    return this.byAddress.get(`${stack} ${data ?? ''}${type ?? ''}.${name ?? ''}`);
  }
}

function resourcesOf({ stack, file, json }: TerraformStack): readonly CloudResource[] {
  return (['resource', 'data'] as const).flatMap((mode) =>
    Object.entries(mapAt(json, mode)).flatMap(([type, named]) =>
      Object.entries(isMap(named) ? named : {}).map(([name, body]) => ({
        stack,
        file,
        mode,
        type,
        name,
        body: isMap(body) ? body : {},
      })),
    ),
  );
}

/** Address of a resource as Terraform writes it. */
export const addressOf = ({ mode, type, name }: CloudResource): string =>
  `${mode === 'data' ? 'data.' : ''}${type}.${name}`;

/** A step of a way that leads through a resource. */
export const stepIn = (resource: CloudResource, says: string): Step => ({
  file: resource.file,
  object: addressOf(resource),
  says,
});
