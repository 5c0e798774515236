import type { RestMethod, Texts } from './method.ts';
import { patchMap, patchMember, patchValues, type PatchOperation } from './patch.ts';

/** What the form of a method request edits. */
export type MethodRequestValues = Pick<
  RestMethod,
  | 'authorizationType'
  | 'authorizerId'
  | 'scopes'
  | 'apiKeyRequired'
  | 'validatorId'
  | 'operationName'
  | 'parameters'
  | 'models'
>;

export function methodRequestValues(method: RestMethod): MethodRequestValues {
  const { authorizationType, authorizerId, scopes, apiKeyRequired } = method;
  const { validatorId, operationName, parameters, models } = method;
  return {
    authorizationType,
    authorizerId,
    scopes,
    apiKeyRequired,
    validatorId,
    operationName,
    parameters,
    models,
  };
}

const flagTexts = (flags: Readonly<Record<string, boolean>>): Texts =>
  Object.fromEntries(Object.entries(flags).map(([name, isSet]) => [name, String(isSet)]));

/** Only what changed: what somebody else set meanwhile stays. */
export function methodRequestPatch(
  before: MethodRequestValues,
  after: MethodRequestValues,
): readonly PatchOperation[] {
  return [
    // The authorizer first named with its type: the type alone would be refused.
    ...patchMember('/authorizationType', before.authorizationType, after.authorizationType),
    ...(after.authorizerId === ''
      ? []
      : patchMember('/authorizerId', before.authorizerId, after.authorizerId)),
    ...patchValues('/authorizationScopes', before.scopes, after.scopes),
    ...patchMember('/apiKeyRequired', String(before.apiKeyRequired), String(after.apiKeyRequired)),
    ...patchMember('/requestValidatorId', before.validatorId, after.validatorId),
    ...patchMember('/operationName', before.operationName, after.operationName),
    ...patchMap('/requestParameters', flagTexts(before.parameters), flagTexts(after.parameters)),
    ...patchMap('/requestModels', before.models, after.models),
  ];
}

export const parameterPlaces = ['path', 'querystring', 'header'] as const;
export type ParameterPlace = (typeof parameterPlaces)[number];

/** A parameter of the request: where it stands and how it is called. */
export interface RequestParameter {
  readonly place: ParameterPlace;
  readonly name: string;
  readonly required: boolean;
}

/** `method.request.querystring.type` to its parts; others than these three places are left out. */
export function readParameters(parameters: RestMethod['parameters']): readonly RequestParameter[] {
  return Object.entries(parameters)
    .flatMap(([key, required]) => {
      const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
      return match ? [{ place: match[1] as ParameterPlace, name: match[2] ?? '', required }] : [];
    })
    .sort(
      (a, b) =>
        parameterPlaces.indexOf(a.place) - parameterPlaces.indexOf(b.place) || a.name.localeCompare(b.name),
    );
}

export function parameterKey({ place, name }: Pick<RequestParameter, 'place' | 'name'>): string {
  return `method.request.${place}.${name}`;
}
