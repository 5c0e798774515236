/** What an endpoint may lack of HTTP APIs. `mapping`: of parameters; `iam`: routes that ask for signed requests. */
export type HttpCapability = 'service' | 'private' | 'mapping' | 'iam' | 'lambdaAuthorizer';
