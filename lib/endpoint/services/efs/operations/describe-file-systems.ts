import type { DescribeFileSystemsRequest, DescribeFileSystemsResponse } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findOrThrow, pageOf } from '../finding.ts';
import { toFileSystem } from '../output.ts';
import type { EfsParts } from '../parts.ts';

export function describeFileSystems(
  parts: EfsParts,
): Operation<Given<DescribeFileSystemsRequest>, DescribeFileSystemsResponse> {
  return async (input, context) => {
    const { FileSystemId: id, CreationToken: token, MaxItems: size, Marker: marker } = input;
    if (id !== undefined && token !== undefined)
      throw badRequest('Only one of FileSystemId and CreationToken can be given.');
    if (id !== undefined)
      return { FileSystems: [await toFileSystem(parts, findOrThrow(parts, context, 'file-system', id))] };
    if (token !== undefined) {
      const found = parts.repository.findByToken(context, 'file-system', token);
      return { FileSystems: found ? [await toFileSystem(parts, found)] : [] };
    }
    const { page, next } = pageOf(parts, context, 'file-system', { size, marker });
    const FileSystems = await Promise.all(page.map((record) => toFileSystem(parts, record)));
    return { FileSystems, Marker: marker, NextMarker: next };
  };
}
