import { cloudParts } from './cloud-resources.ts';
import { Reference, type Cloud, type CloudResource } from './cloud-values.ts';
import { commented, headLines, pascal, type FunctionModel } from './model.ts';

// Constructs of level 1: they say exactly what is there. Names: AWS CDK API reference, aws-cdk-lib.

const modules: Readonly<Record<string, { path: string; name: string }>> = {
  Lambda: { path: 'aws-cdk-lib/aws-lambda', name: 'lambda' },
  Events: { path: 'aws-cdk-lib/aws-events', name: 'events' },
  Scheduler: { path: 'aws-cdk-lib/aws-scheduler', name: 'scheduler' },
  SNS: { path: 'aws-cdk-lib/aws-sns', name: 'sns' },
  Logs: { path: 'aws-cdk-lib/aws-logs', name: 'logs' },
};

/** Properties whose members are the user's own names. */
const freeForm = new Set(['Variables', 'EventPattern', 'FilterPolicy']);

/** A text as a literal in single quotes that holds on one line. */
export function typescriptText(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    // Line ends to JavaScript, though not to JSON.
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `'${inner}'`;
}

/** `PrincipalOrgID` → `principalOrgId`, as CDK's generator does. */
export function cdkName(property: string): string {
  const words = property
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .split('_');
  return words
    .map((word, index) => {
      const lower = word.toLowerCase();
      return index === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join('');
}

const key = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : typescriptText(name));
const variableOf = (id: string) =>
  id === 'Function' ? 'lambdaFunction' : id.charAt(0).toLowerCase() + id.slice(1);

function reference({ target, attribute }: Reference, parameters: ReadonlySet<string>): string {
  if (target === 'CodeBucket') return 'code.s3BucketName';
  if (target === 'CodeKey') return 'code.s3ObjectKey';
  if (parameters.has(target)) return `${variableOf(target)}.valueAsString`;
  return `${variableOf(target)}.${attribute === undefined ? 'ref' : `attr${attribute}`}`;
}

function literal(value: Cloud, indent: string, isFree: boolean, parameters: ReadonlySet<string>): string {
  if (value instanceof Reference) return reference(value, parameters);
  if (typeof value === 'string') return typescriptText(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: Cloud) => literal(item, inner, isFree, parameters));
    const line = `[${items.join(', ')}]`;
    return line.length <= 80 && !line.includes('\n')
      ? line
      : `[\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}]`;
  }
  const members = Object.entries(value as Readonly<Record<string, Cloud>>).map(([name, member]) => {
    const text = literal(member, inner, isFree || freeForm.has(name), parameters);
    return `${inner}${key(isFree ? name : cdkName(name))}: ${text},\n`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`;
}

/** Names of resources that others of the template name. */
function targetsOf(value: Cloud): string[] {
  if (value instanceof Reference) return [value.target];
  return typeof value === 'object' ? Object.values(value).flatMap(targetsOf) : [];
}

function construct(resource: CloudResource, isNamed: boolean, parameters: ReadonlySet<string>): string {
  const [, service = '', name = ''] = resource.type.split('::');
  const indent = '    ';
  const made = `new ${modules[service]?.name ?? service.toLowerCase()}.Cfn${name}(this, ${typescriptText(resource.id)}, ${literal(resource.properties, indent, false, parameters)})`;
  const held = isNamed || resource.dependsOn !== undefined;
  const lines = [`${indent}${held ? `const ${variableOf(resource.id)} = ` : ''}${made};`];
  if (resource.dependsOn) {
    lines.push(`${indent}${variableOf(resource.id)}.addDependency(${variableOf(resource.dependsOn)});`);
  }
  return lines.join('\n');
}

export function writeCdk(model: FunctionModel): string {
  const { parameters, resources } = cloudParts(model);
  const parameterIds = new Set(parameters.map(({ id }) => id));
  const named = new Set(
    resources.flatMap(({ properties, dependsOn }) => [
      ...targetsOf(properties),
      ...(dependsOn === undefined ? [] : [dependsOn]),
    ]),
  );
  const services = new Set(resources.map(({ type }) => type.split('::')[1] ?? ''));
  const isZip = model.code.type === 'zip';
  const imports = [
    "import * as cdk from 'aws-cdk-lib';",
    ...[...services].flatMap((service) => {
      const module = modules[service];
      return module ? [`import * as ${module.name} from '${module.path}';`] : [];
    }),
    ...(isZip ? ["import * as assets from 'aws-cdk-lib/aws-s3-assets';"] : []),
    "import type { Construct } from 'constructs';",
  ];
  const values = parameters.map(
    ({ id, variable }) =>
      `    const ${variableOf(id)} = new cdk.CfnParameter(this, '${id}', {\n` +
      `      noEcho: true,\n      description: ${typescriptText(`Value of the environment variable ${variable}`)},\n    });`,
  );
  const asset = isZip ? ["    const code = new assets.Asset(this, 'Code', { path: 'function.zip' });"] : [];
  const body = [
    ...asset,
    ...values,
    ...resources.map((resource) => construct(resource, named.has(resource.id), parameterIds)),
  ];
  const head = [
    ...headLines(model, 'AWS CDK (TypeScript)'),
    ...(isZip ? ['Put the function package beside cdk.json as function.zip.'] : []),
  ];
  return (
    `${commented(head, '//')}\n${imports.join('\n')}\n\n` +
    `export class ${className(model.name)} extends cdk.Stack {\n` +
    '  constructor(scope: Construct, id: string, props?: cdk.StackProps) {\n' +
    '    super(scope, id, props);\n\n' +
    `${body.join('\n\n')}\n  }\n}\n`
  );
}

/** A class may not begin with a digit. */
function className(name: string): string {
  const wanted = `${pascal(name)}Stack`;
  return /^\d/.test(wanted) ? `Function${wanted}` : wanted;
}
