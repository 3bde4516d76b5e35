import type { sendUnaryData, ServerUnaryCall, UntypedServiceImplementation } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type { ProviderInstance, SimulatedProvider } from '../provider/provider-instance';
import type { BlockSchema } from '../schema/block-schema';
import { decodeDynamicValue, encodeDynamicValue } from '../values/dynamic-value';
import { parseStateJson } from '../values/state-json';
import type { Attributes } from '../values/value';
import type { Diagnostic } from './diagnostic';
import { failureDiagnostic, problemDiagnostic } from './diagnostic';
import { providerSchemaMessage } from './schema-message';

interface Dynamic {
  readonly msgpack: Buffer;
}

/** The requests that are used, as the loader of the protocol's messages gives them. */
interface Request {
  readonly type_name: string;
  readonly id: string;
  readonly config: Dynamic | null;
  readonly current_state: Dynamic | null;
  readonly prior_state: Dynamic | null;
  readonly planned_state: Dynamic | null;
  readonly proposed_new_state: Dynamic | null;
  readonly raw_state: { readonly json: Buffer } | null;
}

type Answer = object | Promise<object>;

const decoded = (value: Dynamic | null): Attributes | null =>
  value === null ? null : decodeDynamicValue(value.msgpack);

const encoded = (value: Attributes | null, schema: BlockSchema): Dynamic => ({
  msgpack: Buffer.from(encodeDynamicValue(value, schema)),
});

/** The methods of the protocol, answered by one instance of a provider. */
export function providerService(
  provider: SimulatedProvider,
  instance: ProviderInstance,
): UntypedServiceImplementation {
  const answers: Readonly<Record<string, (request: Request) => Answer>> = {
    GetProviderSchema: () => providerSchemaMessage(provider.schema),
    ValidateProviderConfig: () => ({ diagnostics: [] }),
    ConfigureProvider: ({ config }) => {
      instance.configure(decoded(config) ?? {});
      return { diagnostics: [] };
    },
    ValidateResourceConfig: ({ type_name, config }) => ({
      diagnostics: instance.validate(type_name, decoded(config) ?? {}).map(problemDiagnostic),
    }),
    ValidateDataResourceConfig: () => ({ diagnostics: [] }),
    UpgradeResourceState: ({ type_name, raw_state }) => ({
      upgraded_state: encoded(parseStateJson(raw_state!.json.toString()), instance.schemaOf(type_name)),
    }),
    ReadResource: (request) => read(instance, request),
    PlanResourceChange: (request) => plan(instance, request),
    ApplyResourceChange: (request) => apply(instance, request),
    ImportResourceState: (request) => importState(instance, request),
    ReadDataSource: (request) => readData(instance, request),
    StopProvider: () => ({ error: '' }),
  };
  return Object.fromEntries(
    Object.entries(answers).map(([method, answer]) => [method, handler(method, answer)]),
  );
}

async function read(instance: ProviderInstance, request: Request): Promise<object> {
  const { type_name, current_state } = request;
  const state = decoded(current_state) ?? {};
  try {
    const seen = await instance.read(type_name, state);
    return { new_state: encoded(seen, instance.schemaOf(type_name)) };
  } catch (error) {
    return { new_state: current_state, diagnostics: [failureDiagnostic(`reading ${type_name}`, error)] };
  }
}

function plan(instance: ProviderInstance, request: Request): object {
  const { type_name } = request;
  const { planned, replaces } = instance.plan(type_name, {
    // About deletions Terraform asks only providers that say they plan them.
    proposed: decoded(request.proposed_new_state)!,
    prior: decoded(request.prior_state),
    config: decoded(request.config) ?? {},
  });
  return {
    planned_state: encoded(planned, instance.schemaOf(type_name)),
    requires_replace: replaces.map((name) => ({ steps: [{ attribute_name: name }] })),
    legacy_type_system: true,
  };
}

const DOING = { create: 'creating', update: 'updating', delete: 'deleting' } as const;

async function apply(instance: ProviderInstance, request: Request): Promise<object> {
  const { type_name } = request;
  const prior = decoded(request.prior_state);
  const planned = decoded(request.planned_state);
  const { state, error } = await instance.apply(type_name, prior, planned);
  const doing = DOING[planned === null ? 'delete' : prior === null ? 'create' : 'update'];
  const diagnostics: readonly Diagnostic[] =
    error === undefined ? [] : [failureDiagnostic(`${doing} ${type_name}`, error)];
  return { new_state: encoded(state, instance.schemaOf(type_name)), diagnostics, legacy_type_system: true };
}

async function importState(instance: ProviderInstance, { type_name, id }: Request): Promise<object> {
  try {
    const state = await instance.importState(type_name, id);
    if (state === null) return { imported_resources: [], diagnostics: [absent(type_name, id)] };
    return { imported_resources: [{ type_name, state: encoded(state, instance.schemaOf(type_name)) }] };
  } catch (error) {
    return { imported_resources: [], diagnostics: [failureDiagnostic(`importing ${type_name}`, error)] };
  }
}

/** In terraform's own words, which it also uses when a provider's read finds nothing. */
const absent = (type: string, id: string): Diagnostic => ({
  severity: 'ERROR',
  summary: 'Cannot import non-existent remote object',
  detail: `While attempting to import an existing object to ${type}, the provider detected that no object exists with the given id "${id}".`,
});

async function readData(instance: ProviderInstance, { type_name, config }: Request): Promise<object> {
  const schema = instance.dataSchemaOf(type_name);
  try {
    return { state: encoded(await instance.readData(type_name, decoded(config) ?? {}), schema) };
  } catch (error) {
    return { state: encoded(null, schema), diagnostics: [failureDiagnostic(`reading ${type_name}`, error)] };
  }
}

function handler(method: string, answer: (request: Request) => Answer) {
  return (call: ServerUnaryCall<Request, object>, respond: sendUnaryData<object>): void => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (response) => respond(null, response),
        (error: unknown) =>
          respond({
            code: status.INTERNAL,
            message: `${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          }),
      );
  };
}
