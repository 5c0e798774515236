import { cloudParts } from './cloud-resources.ts';
import type { Cloud, CloudParts, CloudResource } from './cloud-values.ts';
import { commented, headLines, type FunctionModel } from './model.ts';
import { yamlText } from './yaml-text.ts';

/** Parameters for values that are left out; `NoEcho` keeps them out of what CloudFormation shows. */
export function valueParameters({ parameters }: CloudParts): Record<string, Cloud> {
  return Object.fromEntries(
    parameters.map(({ id, variable }): [string, Cloud] => [
      id,
      { Type: 'String', NoEcho: true, Description: `Value of the environment variable ${variable}` },
    ]),
  );
}

export function yamlResource({ type, properties, dependsOn }: CloudResource): Cloud {
  return { Type: type, ...(dependsOn && { DependsOn: dependsOn }), Properties: properties };
}

const packageParameters: Record<string, Cloud> = {
  CodeBucket: { Type: 'String', Description: 'Bucket of the function package' },
  CodeKey: { Type: 'String', Description: 'Key of the function package, a .zip, in the bucket' },
};

export function writeCloudFormation(model: FunctionModel): string {
  const parts = cloudParts(model);
  const parameters = {
    ...(model.code.type === 'zip' && packageParameters),
    ...valueParameters(parts),
  };
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Lambda function ${model.name}`,
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: Object.fromEntries(
      parts.resources.map((resource): [string, Cloud] => [resource.id, yamlResource(resource)]),
    ),
  };
  return `${commented(headLines(model, 'CloudFormation'), '#')}\n${yamlText(template)}`;
}
