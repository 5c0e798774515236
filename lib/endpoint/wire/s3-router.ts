import type { OperationModel, ServiceModel } from './aws-schema.ts';
import { createRestRouter, type RestRouter } from './rest-router.ts';

const BUCKET = 'Bucket';

const BUCKET_NAME = '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]';
const BEFORE_S3 = new RegExp(`^(${BUCKET_NAME})\\.s3[.-]`);
const BEFORE_LOCALHOST = new RegExp(`^(?!s3[.-])(${BUCKET_NAME})\\.localhost(:\\d+)?$`);

/**
 * `{bucket}.s3.localhost`, `{bucket}.s3.{region}.amazonaws.com` and, as SDKs make it of a plain address,
 * `{bucket}.localhost`; undefined for other hosts. Asked only for requests that are S3's.
 */
export function bucketOfHost(headers: Readonly<Record<string, string>>): string | undefined {
  const host = headers.host ?? '';
  return (BEFORE_S3.exec(host) ?? BEFORE_LOCALHOST.exec(host))?.[1];
}

/**
 * S3's templates leave the bucket to the host name; here it is the first path segment as well (path style).
 * `bucketOf` gives the bucket a host name stands for, if any.
 */
export function createS3Router(
  model: ServiceModel,
  bucketOf: (headers: Readonly<Record<string, string>>) => string | undefined,
): RestRouter {
  const isOnBucket = ({ input }: OperationModel) => Boolean(input.member(BUCKET)?.traits.httpLabel);
  const onBucket = createRestRouter(model, isOnBucket);
  const onService = createRestRouter(model, (operation) => !isOnBucket(operation));
  return {
    match(target) {
      const hostBucket = bucketOf(target.headers);
      if (hostBucket === undefined && target.path === '/') return onService.match(target);
      const [, pathBucket = '', rest = ''] = /^\/([^/]+)(\/.*)?$/s.exec(target.path) ?? [];
      const bucket = hostBucket ?? pathBucket;
      if (bucket === '') return undefined;
      const path = hostBucket === undefined ? rest || '/' : target.path;
      const found = onBucket.match({ ...target, path });
      return found && { ...found, labels: new Map([...found.labels, [BUCKET, bucket]]) };
    },
  };
}
