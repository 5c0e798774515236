import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';

/** Sends a definition to the console's server; a refusal is a value, also when nothing answers. */
export async function sendDefinition<Data>(url: string, body: unknown): Promise<ActionResult<Data>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as ActionResult<Data>;
  } catch {
    return refuse(
      consoleError('unreachable', 'The console did not answer. Check the network and that its server runs.'),
    );
  }
}
