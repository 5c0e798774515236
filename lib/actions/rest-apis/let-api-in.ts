import 'server-only';
import { triggerTarget, withCaller } from '@/lib/actions/triggers/target';
import { functionArnOf, functionOfArn } from '@/lib/domain/rest-api/backend';
import type { Place } from '@/lib/routes';

/** The part of a source ARN for a method: variables become asterisks, as AWS's console writes them. */
export function methodSource(httpMethod: string, path: string): string {
  const verb = httpMethod === 'ANY' ? '*' : httpMethod;
  return `${verb}${path.replace(/\{[^}]+\}/g, '*')}`;
}

/**
 * Does `connect`, with the permission that lets API Gateway call the function of `uri`. The permission goes again
 * when the step fails. Functions named by stage variables are somebody's own to permit: they are not known here.
 */
export async function withFunctionPermission<T>(
  input: {
    readonly place: Place;
    readonly apiId: string;
    readonly uri: string;
    /** After the API's id in the source ARN: `{stage}/GET/orders/*`, `authorizers/abc`. */
    readonly source: string;
  },
  connect: () => Promise<T>,
): Promise<T> {
  const { place, apiId, source } = input;
  const arn = functionArnOf(input.uri);
  if (arn === undefined || arn.includes('${')) return connect();
  const { name, qualifier } = functionOfArn(arn);
  const target = await triggerTarget({ place, functionName: name, qualifier: qualifier || undefined });
  const sourceArn = `arn:${target.partition}:execute-api:${place.region}:${target.account}:${apiId}/${source}`;
  return withCaller(target, { principal: 'apigateway.amazonaws.com', sourceArn }, connect);
}
