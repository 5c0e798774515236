import type { CliOptions } from '../domain/cli-command.ts';
import type { TemplateFormat, WrittenTemplate } from '../domain/template-format.ts';
import { writeCdk } from './cdk.ts';
import { writeCli } from './cli.ts';
import { writeCloudFormation } from './cloudformation.ts';
import type { FunctionModel } from './model.ts';
import { writeSam } from './sam.ts';
import { writeTerraform } from './terraform.ts';

/** Formats in which a bucket's notification cannot be added without taking over all others of the bucket. */
const bucketNotes = (model: FunctionModel): readonly string[] =>
  model.buckets.map(
    ({ bucket, events, prefix, suffix }) =>
      `Not included: the notification of bucket ${bucket} for ${events.join(', ')} of ${prefix}*${suffix}. ` +
      "It is part of the bucket's own configuration; add it there.",
  );

function textOf(format: TemplateFormat, model: FunctionModel, options: CliOptions): string {
  switch (format) {
    case 'sam':
      return writeSam(model);
    case 'cloudformation':
      return writeCloudFormation(model);
    case 'terraform':
      return writeTerraform(model);
    case 'cdk':
      return writeCdk(model);
    case 'cli':
      return writeCli(model, options);
  }
}

/** Writes a function down in one format. `options`: how the AWS CLI reaches the place the script is for. */
export function writeTemplate(
  format: TemplateFormat,
  model: FunctionModel,
  options: CliOptions,
): WrittenTemplate {
  const omissions = format === 'terraform' ? model.omissions : [...model.omissions, ...bucketNotes(model)];
  return {
    format,
    text: textOf(format, { ...model, omissions }, options),
    omissions,
    hasValues: model.variables.some(({ value }) => value !== undefined),
  };
}
