// Written by lib/tools/generate-operations.ts; do not edit.
import { addTagsToResource } from '../operations/add-tags-to-resource.ts';
import { createDBInstance } from '../operations/create-db-instance.ts';
import { createDBProxy } from '../operations/create-db-proxy.ts';
import { deleteDBInstance } from '../operations/delete-db-instance.ts';
import { deleteDBProxy } from '../operations/delete-db-proxy.ts';
import { deregisterDBProxyTargets } from '../operations/deregister-db-proxy-targets.ts';
import { describeDBInstances } from '../operations/describe-db-instances.ts';
import { describeDBProxies } from '../operations/describe-db-proxies.ts';
import { describeDBProxyTargetGroups } from '../operations/describe-db-proxy-target-groups.ts';
import { describeDBProxyTargets } from '../operations/describe-db-proxy-targets.ts';
import { listTagsForResource } from '../operations/list-tags-for-resource.ts';
import { modifyDBProxyTargetGroup } from '../operations/modify-db-proxy-target-group.ts';
import { modifyDBProxy } from '../operations/modify-db-proxy.ts';
import { registerDBProxyTargets } from '../operations/register-db-proxy-targets.ts';
import { removeTagsFromResource } from '../operations/remove-tags-from-resource.ts';

export const operations = {
  AddTagsToResource: addTagsToResource,
  CreateDBInstance: createDBInstance,
  CreateDBProxy: createDBProxy,
  DeleteDBInstance: deleteDBInstance,
  DeleteDBProxy: deleteDBProxy,
  DeregisterDBProxyTargets: deregisterDBProxyTargets,
  DescribeDBInstances: describeDBInstances,
  DescribeDBProxies: describeDBProxies,
  DescribeDBProxyTargetGroups: describeDBProxyTargetGroups,
  DescribeDBProxyTargets: describeDBProxyTargets,
  ListTagsForResource: listTagsForResource,
  ModifyDBProxyTargetGroup: modifyDBProxyTargetGroup,
  ModifyDBProxy: modifyDBProxy,
  RegisterDBProxyTargets: registerDBProxyTargets,
  RemoveTagsFromResource: removeTagsFromResource,
};
