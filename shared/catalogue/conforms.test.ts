import { readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../dossier/form.ts';
import { surelyConforms } from './conforms.ts';
import type { FieldSchema, JsonSchema } from './field-schema.ts';
import { parseCataloguePack } from './pack.ts';

const parsed = parseCataloguePack(
  readFileSync(new URL('../../assets/catalogue/vn-commune-2026.json', import.meta.url), 'utf8'),
);
const schemas = parsed.ok ? parsed.value.fieldSchemas : expect.fail(JSON.stringify(parsed.fault));

/** Values around what a field takes: at and past its bounds, of other types, with characters of two units. */
const valuesFor = (one: FieldSchema): fc.Arbitrary<unknown> => {
  const strange = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(0.5, 1e20, '', '😀', [], {}));
  switch (one.type) {
    case 'boolean':
      return fc.oneof(fc.boolean(), strange);
    case 'integer':
      return fc.oneof(fc.integer({ min: one.minimum - 1, max: one.maximum + 1 }), strange);
    case 'array': {
      const row = fc.record(
        Object.fromEntries(
          Object.entries(one.items.properties).map(([name, inner]) => [name, valuesFor(inner)]),
        ),
        { requiredKeys: [] },
      );
      return fc.oneof(
        fc.array(row, { maxLength: 3 }),
        fc.constant(Array(one.maxItems + 1).fill({})),
        strange,
      );
    }
    case 'string': {
      if ('enum' in one) return fc.oneof(fc.constantFrom(...one.enum), strange);
      const max = 'format' in one ? 10 : one.maxLength;
      const near = fc.constantFrom(
        'ễ'.repeat(max),
        'ễ'.repeat(max + 1),
        '😀'.repeat(max),
        '012345678901',
        '7:30',
      );
      return fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[0-9:.-]{1,12}$/), near, strange);
    }
  }
};

/** As answers.ts asks the validator: types and bounds of the known fields. */
const standard = (schema: JsonSchema): Validator => {
  const bounds = (one: FieldSchema): object =>
    'format' in one
      ? { type: 'string', maxLength: 10 }
      : one.type === 'array'
        ? { ...one, items: { type: 'object', properties: boundsOf(one.items.properties) } }
        : one;
  const boundsOf = (properties: Readonly<Record<string, FieldSchema>>) =>
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, bounds(one)]));
  return new Validator({ type: 'object', properties: boundsOf(schema.properties) }, '2020-12', false);
};

describe('surelyConforms', () => {
  it.each(Object.entries(schemas))('%s: says yes only where a JSON Schema validator does', (_, schema) => {
    const validator = standard(schema);
    const answers = fc.record(
      Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, valuesFor(one)])),
      { requiredKeys: [] },
    );
    // One field at a time as well: with all of them at once something nearly always fails.
    const single = fc
      .constantFrom(...Object.entries(schema.properties))
      .chain(([name, one]) => valuesFor(one).map((value) => ({ [name]: value })));
    let yes = 0;
    fc.assert(
      fc.property(fc.oneof(answers, single), (given) => {
        const said = surelyConforms(schema, given as Answers);
        const { valid } = validator.validate(given);
        if (said) expect(valid).toBe(true);
        // Only rare characters may be left undecided.
        else if (!JSON.stringify(given).includes('😀')) expect(valid).toBe(false);
        yes += said ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    // None in three hundred would mean that nothing is ever taken.
    expect(yes).toBeGreaterThan(0);
  });
});
