import type { DescribeAccessPointsRequest, DescribeAccessPointsResponse } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findOrThrow, pageOf } from '../finding.ts';
import { toAccessPoint } from '../output.ts';
import type { EfsParts } from '../parts.ts';

export function describeAccessPoints(
  parts: EfsParts,
): Operation<Given<DescribeAccessPointsRequest>, DescribeAccessPointsResponse> {
  return (input, context) => {
    const { AccessPointId, FileSystemId, MaxResults: size, NextToken: marker } = input;
    if (AccessPointId !== undefined && FileSystemId !== undefined)
      throw badRequest('Only one of AccessPointId and FileSystemId can be given.');
    if (AccessPointId !== undefined)
      return { AccessPoints: [toAccessPoint(findOrThrow(parts, context, 'access-point', AccessPointId))] };
    const fileSystemId =
      FileSystemId === undefined ? undefined : findOrThrow(parts, context, 'file-system', FileSystemId).id;
    const { page, next } = pageOf(parts, context, 'access-point', { fileSystemId, size, marker });
    return { AccessPoints: page.map((record) => toAccessPoint(record)), NextToken: next };
  };
}
