import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ObjectKind } from '../../../rehearsal/kubernetes/api-kinds';
import type { FieldSchema, KindSchemas } from '../../../rehearsal/kubernetes/field-schema';

/** Declarations of all types of Kubernetes' OpenAPI 1.34, one file for each type. */
const MODELS = join(dirname(require.resolve('@kubernetes/client-node/package.json')), 'dist/gen/models');

const ANYTHING: FieldSchema = { 'x-kubernetes-preserve-unknown-fields': true };
const TEXT: FieldSchema = { type: 'string' };
const INT_OR_TEXT: FieldSchema = { 'x-kubernetes-int-or-string': true };

/** One field of a class: its name, whether it may be left out, its type. */
const FIELD = /^ {4}'([^']+)'(\?)?: (\{\s*\[key: string\]: ([^;]+);\s*\}|[^;]+);/gm;

/** Amounts of resources: declared as text, and taken as numbers too. */
const QUANTITIES: Readonly<Record<string, readonly string[]>> = {
  V1ResourceRequirements: ['limits', 'requests'],
  V1VolumeResourceRequirements: ['limits', 'requests'],
  V1ResourceQuotaSpec: ['hard'],
  V1LimitRangeItem: ['_default', 'defaultRequest', 'max', 'maxLimitRequestRatio', 'min'],
  V1PersistentVolumeSpec: ['capacity'],
  V1PodSpec: ['overhead'],
  V1EmptyDirVolumeSource: ['sizeLimit'],
  V1ResourceFieldSelector: ['divisor'],
  V2MetricTarget: ['averageValue', 'value'],
};

/** Fields that the declarations require and the API fills in. */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  V1PriorityClass: ['value'],
  V1RoleRef: ['apiGroup'],
  V1RoleBinding: ['roleRef'],
  V1ClusterRoleBinding: ['roleRef'],
  V1DeploymentSpec: ['selector'],
  V1DaemonSetSpec: ['selector'],
  V1StatefulSetSpec: ['selector'],
  V1ReplicaSetSpec: ['selector'],
  V1PodSpec: ['containers'],
  V1Container: ['name'],
};

/** Reads which fields Kubernetes' own kinds have from the declarations of the installed client. */
export class KubernetesFields implements KindSchemas {
  private readonly schemas = new Map<string, FieldSchema>();

  schemaOf({ kind, version, group }: ObjectKind): FieldSchema | undefined {
    // There is an Event in two groups.
    const prefix = group === '' && kind === 'Event' ? 'Core' : '';
    const type = `${prefix}${version[0]!.toUpperCase()}${version.slice(1)}${kind}`;
    return this.tryFind(type);
  }

  private tryFind(type: string): FieldSchema | undefined {
    const known = this.schemas.get(type);
    if (known !== undefined) return known;
    const file = join(MODELS, `${type}.d.ts`);
    if (!existsSync(file)) return undefined;
    const schema: { -readonly [Key in keyof FieldSchema]: FieldSchema[Key] } = { type: 'object' };
    // Before its fields are read: a type may hold itself.
    this.schemas.set(type, schema);
    const properties: Record<string, FieldSchema> = {};
    const required: string[] = [];
    for (const [, declared = '', optional, what = '', mapOf] of readFileSync(file, 'utf8').matchAll(FIELD)) {
      const name = declared.replace(/^_/, '');
      properties[name] = this.fieldSchema(type, declared, what, mapOf);
      if (optional === undefined && FILLED_IN[type]?.includes(name) !== true) required.push(name);
    }
    schema.properties = properties;
    schema.required = required;
    return schema;
  }

  private fieldSchema(type: string, name: string, what: string, mapOf: string | undefined): FieldSchema {
    // What controllers write there is theirs.
    if (name === 'status') return ANYTHING;
    const isQuantity = QUANTITIES[type]?.includes(name) === true;
    if (mapOf !== undefined) {
      return { type: 'object', additionalProperties: isQuantity ? INT_OR_TEXT : this.schemaNamed(mapOf) };
    }
    return isQuantity ? INT_OR_TEXT : this.schemaNamed(what);
  }

  private schemaNamed(type: string): FieldSchema {
    const list = /^Array<(.+)>$/.exec(type)?.[1];
    if (list !== undefined) return { type: 'array', items: this.schemaNamed(list) };
    switch (type) {
      case 'string':
      case 'Date':
      case 'V1MicroTime':
        return TEXT;
      case 'number':
      case 'boolean':
        return { type };
      case 'IntOrString':
        return INT_OR_TEXT;
      case 'V1JSONSchemaProps':
        return ANYTHING;
      default:
        return this.tryFind(type) ?? ANYTHING;
    }
  }
}
