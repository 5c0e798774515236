import { ServiceError } from '../../errors.ts';

/** Texts are AWS's where its documentation or clients' reports quote them, else ours. */
function refusal(code: string, message: string, status = 400): ServiceError {
  return new ServiceError(code, status, message);
}

export const instanceNotFound = (name: string) =>
  refusal('DBInstanceNotFoundFault', `DBInstance ${name} not found.`, 404);
export const instanceExists = () => refusal('DBInstanceAlreadyExistsFault', 'DB instance already exists');
export const instanceQuota = () =>
  refusal(
    'InstanceQuotaExceededFault',
    'The account has as many DB instances as it may have in this Region.',
  );
export const proxyNotFound = (name: string) =>
  refusal('DBProxyNotFoundFault', `DBProxy with name ${name} not found.`, 404);
export const proxyExists = (name: string) =>
  refusal('DBProxyAlreadyExistsFault', `DBProxy with name ${name} already exists.`);
export const proxyQuota = () =>
  refusal('DBProxyQuotaExceededFault', 'The account has as many proxies as it may have in this Region.');
export const groupNotFound = (name: string) =>
  refusal('DBProxyTargetGroupNotFoundFault', `DBProxyTargetGroup with name ${name} not found.`, 404);
export const targetNotFound = (name: string) =>
  refusal('DBProxyTargetNotFoundFault', `The target ${name} is not registered with this proxy.`, 404);
export const targetRegistered = () =>
  refusal(
    'DBProxyTargetAlreadyRegisteredFault',
    'The proxy is already associated with the specified RDS DB instance or Aurora DB cluster.',
  );
export const invalidSubnet = (message: string) => refusal('InvalidSubnet', message);
export const invalidInstanceState = (message: string) => refusal('InvalidDBInstanceStateFault', message);
export const noCapacity = (message: string) => refusal('InsufficientDBInstanceCapacityFault', message);
export const invalidValue = (message: string) => refusal('InvalidParameterValue', message);
export const invalidCombination = (message: string) => refusal('InvalidParameterCombination', message);
