import { recordAudit } from '@/lib/audit/record';
import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import { readTemplateFormat, templateFormats } from '@/lib/domain/template-format';
import { getFunctionTemplate } from '@/lib/queries/function-template';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

const operation = 'lambda:GetFunction';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/**
 * A function as a template: GET `?format=sam`. With `&values=1` it holds the values of environment variables, which
 * takes a developer and is in the audit log. With `&download=1` the text as a file.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, functionName } = await params;
  const place = { connectionId: connection, region };
  const query = new URL(request.url).searchParams;
  const withValues = query.get('values') === '1';
  const audit = { action: 'function.environment-read', place, target: functionName, operation } as const;
  try {
    const actor = await requireUser(withValues ? 'developer' : 'viewer');
    const format = readTemplateFormat(query.get('format'));
    if (!format) {
      return answerWith(refuse(consoleError('invalid', 'There is no such template format.', { operation })));
    }
    const found = await getFunctionTemplate(place, functionName, format, withValues);
    if (withValues) {
      recordAudit({
        ...audit,
        actor,
        details: { format },
        ...(found.ok
          ? { outcome: 'ok' }
          : { outcome: 'refused', kind: found.error.kind, requestId: found.error.requestId }),
      });
    }
    if (!found.ok || query.get('download') !== '1') return answerWith(found);
    const file = templateFormats.find(({ id }) => id === format)?.fileName ?? format;
    return new Response(found.data.text, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${file}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (withValues && error instanceof AuthRefusal && error.user) {
      recordAudit({ ...audit, actor: error.user, outcome: 'refused', kind: 'denied' });
    }
    return answerRefusal(error, operation);
  }
}
