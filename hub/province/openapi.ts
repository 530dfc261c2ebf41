import * as z from 'zod';
import { operations } from './operations.ts';
import type { Operation } from './operations.ts';
import { provincialRefusals, refusalAnswer, signInAnswer, signInRequest } from './shapes.ts';
import type { ProvincialRefusal } from './shapes.ts';

type Json = Record<string, unknown>;

const inComponents = (id: string): string => `#/components/schemas/${id}`;

/** A shape's JSON Schema (2020-12, which OpenAPI 3.1 speaks), named shapes by reference. */
const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const id = z.globalRegistry.get(shape)?.id;
  if (id !== undefined) return { $ref: inComponents(id) };
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
};

const jsonObject = z.record(z.string(), z.unknown());

/** Every named shape that these need, each once. */
const namedSchemas = (shapes: readonly { shape: z.ZodType; io: 'input' | 'output' }[]): Json => {
  const found: Json = {};
  for (const { shape, io } of shapes) {
    const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(shape, { io });
    const id = z.globalRegistry.get(shape)?.id;
    for (const [name, schema] of Object.entries({ ...(id === undefined ? {} : { [id]: own }), ...$defs })) {
      const { id: _id, ...rest } = jsonObject.parse(schema);
      found[name] = rest;
    }
  }
  return found;
};

/** Places inside one schema become places among the document's. */
const pointed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : pointed(inner),
    ]),
  );
};

const json = (schema: Json): Json => ({ 'application/json': { schema } });

const refusalsOf = (reasons: readonly ProvincialRefusal[]): Json => {
  const byStatus = new Map<number, ProvincialRefusal[]>();
  for (const reason of reasons) {
    const status = provincialRefusals[reason];
    byStatus.set(status, [...(byStatus.get(status) ?? []), reason]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      String(status),
      { description: of.join(', '), content: json(schemaOf(refusalAnswer, 'output')) },
    ]),
  );
};

/** Of every call: a bad shape, no session, another role's, too many, a hub that cannot answer now. */
const always: readonly ProvincialRefusal[] = ['malformed', 'sessionOver', 'notAllowed', 'tooMany', 'busy'];

const parametersOf = (shape: z.ZodObject | undefined, place: 'path' | 'query'): Json[] =>
  Object.entries(jsonObject.parse((shape && schemaOf(shape, 'input'))?.['properties'] ?? {})).map(
    ([name, schema]) => ({ name, in: place, required: true, schema }),
  );

const documented = (operation: Operation): Json => ({
  operationId: operation.id,
  summary: operation.summary,
  description: `Roles: ${operation.roles.join(', ')}.`,
  security: [{ account: [] }],
  parameters: [...parametersOf(operation.params, 'path'), ...parametersOf(operation.query, 'query')],
  ...(operation.body
    ? { requestBody: { required: true, content: json(schemaOf(operation.body, 'input')) } }
    : {}),
  ...(operation.takesBytes
    ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } }
    : {}),
  responses: {
    200: { description: 'Done', content: json(schemaOf(operation.answer, 'output')) },
    ...refusalsOf([...operation.refusals, ...always]),
  },
});

export const sessionPath = '/v1/provincial/session';

const signingIn: Json = {
  operationId: 'signIn',
  summary: 'A token for the other calls; ten tries a minute from one address',
  security: [],
  requestBody: { required: true, content: json(schemaOf(signInRequest, 'input')) },
  responses: {
    200: { description: 'Signed in', content: json(schemaOf(signInAnswer, 'output')) },
    ...refusalsOf(['malformed', 'sessionOver', 'tooMany', 'busy']),
  },
};

/** OpenAPI 3.1 of what the provincial system may call, made of the very shapes its calls are checked by. */
export const openApi = (): unknown => {
  const paths: Record<string, Json> = { [sessionPath]: { post: signingIn } };
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: documented(operation) };
  return pointed({
    openapi: '3.1.0',
    info: {
      title: 'Quầy Một Cửa: máy chủ tỉnh',
      version: '1',
      description: 'What the province’s own case system may ask of the hub, and tell it.',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { account: { type: 'http', scheme: 'bearer' } },
      schemas: namedSchemas([
        { shape: signInRequest, io: 'input' },
        { shape: signInAnswer, io: 'output' },
        { shape: refusalAnswer, io: 'output' },
        ...operations.flatMap(({ body, answer }) => [
          ...(body ? [{ shape: body, io: 'input' as const }] : []),
          { shape: answer, io: 'output' as const },
        ]),
      ]),
    },
  });
};
