import type { DeleteFunctionCommandInput, DeleteFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { functionNotFound, invalidParameterValue, resourceConflict } from '../errors.ts';
import { sweepLayers } from '../layers.ts';
import { functionArn, resolveTarget } from '../names.ts';
import { claimInterfaces } from '../network.ts';
import type { LambdaParts } from '../parts.ts';
import type { FunctionKey } from '../records.ts';

export function deleteFunction(
  parts: LambdaParts,
): Operation<DeleteFunctionCommandInput, DeleteFunctionResponse> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'DeleteFunction');
    // AWS refuses such a qualifier whether or not the function exists, and its 404 is about the function alone [rec].
    if (target.qualifier !== undefined) assertNoAlias(target.qualifier);
    const gone = parts.repository.transaction(() => {
      const record = parts.repository.find(target.key);
      if (!record) throw functionNotFound(functionArn(target.key));
      if (target.qualifier !== undefined) return removeVersion(parts, target.key, target.qualifier);
      const running = record.state.kind === 'updating' ? [record.state.running.codeBlob] : [];
      const blobs = [record.codeBlob, ...running, ...parts.repository.versions.blobs(target.key)];
      const provisioned = parts.provisioned.ofFunction(target.key);
      // Versions and aliases go with the function's row.
      parts.repository.remove(target.key);
      parts.networks?.release(target.key, `${functionArn(record)}:`);
      parts.concurrency.unreserve(target.key);
      parts.provisioned.forget(target.key, provisioned);
      return { keys: `${functionArn(record)}:`, blobs, record };
    });
    if (gone) {
      parts.runtimes.retire(gone.keys);
      parts.code.release(...gone.blobs);
      sweepLayers(parts.repository, parts.code);
    }
    // On a capacity provider AWS lets instances go first, and says 202.
    return { StatusCode: gone?.record.settings.capacityProvider ? 202 : 204 };
  };
}

/** A bound of the answer's size. */
const aliasesNamedMax = 50;

/** Deleting a version that does not exist is a success [rec]. */
function removeVersion(parts: LambdaParts, key: FunctionKey, qualifier: string) {
  const version = parts.repository.versions.find(key, qualifier);
  if (!version) return undefined;
  const aliases = parts.repository.aliases.page(key, '', aliasesNamedMax, version.version);
  if (aliases.length > 0) {
    // The words of many public reports.
    throw resourceConflict(
      `Unable to delete version because the following aliases reference it: [${aliases.map(({ alias }) => alias).join(', ')}]`,
    );
  }
  parts.provisioned.remove(key, qualifier);
  parts.repository.versions.remove(version);
  claimInterfaces(parts, version, undefined);
  parts.repository.policies.remove(key, version.version);
  parts.repository.options.removeVersion(key, version.version);
  return { keys: `${functionArn(version, version.version)}:`, blobs: [version.codeBlob], record: version };
}

function assertNoAlias(qualifier: string): void {
  if (qualifier === '$LATEST') {
    throw invalidParameterValue('$LATEST version cannot be deleted without deleting the function.');
  }
  // What is neither a version nor a possible alias (`$latest`) names a version that is not there [rec].
  if (/^(?!\d+$)[\w-]+$/.test(qualifier))
    throw invalidParameterValue('Deletion of aliases is not currently supported.');
}
