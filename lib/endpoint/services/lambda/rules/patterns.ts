/** Patterns and bounds of the service model, as AWS prints them in its answers. */
const regionPart = String.raw`(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}`;

export const createNamePattern = String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:)?(${regionPart}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?`;

export const anyNamePattern = String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:)?(${regionPart}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`;

export const qualifierPattern = String.raw`\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+`;
export const aliasNamePattern = String.raw`(?!^[0-9]+$)([a-zA-Z0-9-_]+)`;
export const functionVersionPattern = String.raw`(\$LATEST(\.PUBLISHED)?|[0-9]+)`;
export const rolePattern = String.raw`arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+`;
export const handlerPattern = String.raw`[^\s]+`;
export const tenantIdPattern = String.raw`[a-zA-Z0-9\._:\/=+\-@ ]+`;
export const kmsKeyPattern = String.raw`(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()`;
export const deadLetterPattern = String.raw`(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()`;
export const logGroupPattern = String.raw`[\.\-_/#A-Za-z0-9]+`;
export const subnetPattern = String.raw`subnet-[0-9a-z]*`;
export const securityGroupPattern = String.raw`sg-[0-9a-zA-Z]*`;
export const accessPointPattern = String.raw`arn:aws[a-zA-Z-]*:elasticfilesystem:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:access-point/fsap-[a-f0-9]{17}`;
export const mountPathPattern = String.raw`/mnt/[a-zA-Z0-9-_.]+`;
export const layerVersionPattern = String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:${regionPart}:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)`;
export const layerNamePattern = String.raw`(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+`;
export const sourceArnPattern = String.raw`arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:(${regionPart})?:(\d{12})?:(.*)`;
export const destinationPattern = String.raw`$|kafka://([^.]([a-zA-Z0-9\-_.]{0,248}))|${sourceArnPattern}`;
export const statementIdPattern = String.raw`([a-zA-Z0-9-_]+)`;
export const runtimeVersionPattern = String.raw`arn:(aws[a-zA-Z-]*):lambda:${regionPart}::runtime:.+`;
export const variableNamePattern = String.raw`[a-zA-Z]([a-zA-Z0-9_])+`;
export const codeSigningConfigPattern = String.raw`arn:(aws[a-zA-Z-]*)?:lambda:${regionPart}:\d{12}:code-signing-config:csc-[a-z0-9]{17}`;
export const capacityProviderArnPattern = String.raw`arn:aws[a-zA-Z-]*:lambda:${regionPart}:\d{12}:capacity-provider:[a-zA-Z0-9-_]+`;
export const capacityProviderPattern = `(${capacityProviderArnPattern})|[a-zA-Z0-9-_]+`;
export const executionArnPattern = String.raw`arn:(aws[a-zA-Z-]*):lambda:${regionPart}:\d{12}:function:[a-zA-Z0-9-_]+:(\$LATEST(\.PUBLISHED)?|[0-9]+)/durable-execution/[a-zA-Z0-9-_]+/[a-zA-Z0-9-_]+`;
export const tagKeyPattern = String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]*`;
export const taggedResourcePattern = String.raw`arn:(aws[a-zA-Z-]*):lambda:${regionPart}:\d{12}:(function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}|capacity-provider:[a-zA-Z0-9-_]+)`;
