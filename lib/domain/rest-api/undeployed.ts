import type { RestResource } from './method.ts';

/** What AWS tells of a method of a deployment. */
interface DeployedFacts {
  readonly path: string;
  readonly verb: string;
  readonly authorizationType: string;
  readonly apiKeyRequired: boolean;
}

/**
 * `GET /path` of methods that a deployment has not, or has with another authorization. AWS tells no more of the methods
 * of a deployment: a changed integration is not found out here.
 */
export function undeployedMethods(
  resources: readonly RestResource[],
  deployed: readonly DeployedFacts[],
): ReadonlySet<string> {
  const known = new Map(deployed.map((one) => [`${one.verb} ${one.path}`, one]));
  return new Set(
    resources.flatMap(({ path, methods }) =>
      methods.flatMap((method) => {
        const key = `${method.httpMethod} ${path}`;
        const before = known.get(key);
        const isSame =
          before?.authorizationType === method.authorizationType &&
          before.apiKeyRequired === method.apiKeyRequired;
        return isSame ? [] : [key];
      }),
    ),
  );
}
