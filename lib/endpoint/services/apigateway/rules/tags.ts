import { badRequest } from '../errors.ts';
import { limits } from './limits.ts';

export function assertTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  if (entries.length > limits.tags) throw badRequest(`A resource has at most ${limits.tags} tags.`);
  for (const [key, value] of entries) {
    if (key === '' || key.length > 128 || key.toLowerCase().startsWith('aws:') || value.length > 256)
      throw badRequest(
        `Invalid tag '${key}': keys have 1 to 128 characters and do not begin with aws:, values have at most 256.`,
      );
  }
}
