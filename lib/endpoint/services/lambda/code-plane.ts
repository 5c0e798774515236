import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Blobs } from '../../store/database.ts';
import { codeLinkPath, type CodeLinks } from './code-links.ts';
import type { CodeStore } from './code-store.ts';
import type { LambdaRepository } from './repository.ts';

/** Serves the links of GetFunction; has the shape of the listener's hosted planes. */
export interface CodePlane {
  readonly name: string;
  matches(target: { readonly path: string }): boolean;
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    target: { readonly path: string; readonly requestId: string },
  ): Promise<void>;
}

interface CodePlaneParts {
  readonly links: CodeLinks;
  readonly code: CodeStore;
  readonly repository: LambdaRepository;
  readonly blobs: Blobs;
}

const refusals = {
  expired: 'This link has expired. Call GetFunction for a new one.',
  forged: 'This link was not made by this endpoint. Call GetFunction for one.',
  gone: 'The function has other code now, or is gone. Call GetFunction for a new link.',
} as const;

export function createCodePlane({ links, code, repository, blobs }: CodePlaneParts): CodePlane {
  return {
    name: 'lambda-code',
    matches: (target) => target.path.startsWith(codeLinkPath),

    async handle(request, response, target) {
      response.setHeader('x-amzn-requestid', target.requestId);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        refuse(response, 405, 'Code can only be read here. Use UpdateFunctionCode to change it.');
        return;
      }
      const reading = links.read(target.path.slice(codeLinkPath.length));
      if (reading.kind !== 'valid') {
        refuse(response, 403, refusals[reading.kind]);
        return;
      }
      const { blob, functionName } = reading.link;
      const letGo = code.hold(blob);
      try {
        if (!repository.isBlobInUse(blob)) {
          refuse(response, 404, refusals.gone);
          return;
        }
        const file = blobs.pathOf(blob);
        const { size } = await stat(file);
        response.writeHead(200, {
          'content-type': 'application/zip',
          'content-length': size,
          'content-disposition': `attachment; filename="${functionName}.zip"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        });
        if (request.method === 'HEAD') {
          response.end();
          return;
        }
        await pipeline(createReadStream(file), response);
      } catch (error) {
        // A caller that hangs up is its own affair.
        if (!response.destroyed) throw error;
      } finally {
        letGo();
      }
    },
  };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}
