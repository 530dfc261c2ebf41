import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const shape = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(6),
        name: z.string().min(1).max(200),
        pages: z.int().min(1).max(2000),
      }),
    )
    .max(500),
  exemptions: z.array(z.string().min(1).max(300)).max(50),
  titles: z.array(z.string().min(1).max(100)).max(20),
});

export type Suggestions = z.infer<typeof shape>;

const loaded = new Map<string, Suggestions>();

/** What the counter offers while she types: data, none of it binding. Read once; throws when the file is not what it must be. */
export const suggestionsIn = (assets: string): Suggestions => {
  const known = loaded.get(assets);
  if (known) return known;
  const parsed: unknown = JSON.parse(
    readFileSync(join(assets, 'certification', 'suggestions.json'), 'utf8').normalize('NFC'),
  );
  const suggestions = shape.parse(parsed);
  loaded.set(assets, suggestions);
  return suggestions;
};
