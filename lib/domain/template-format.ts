/** Ways to write a function down so that a tool can make it again. */

export const templateFormats = [
  { id: 'sam', label: 'AWS SAM', fileName: 'template.yaml' },
  { id: 'cloudformation', label: 'CloudFormation', fileName: 'cloudformation.yaml' },
  { id: 'terraform', label: 'Terraform', fileName: 'main.tf' },
  { id: 'cdk', label: 'CDK', fileName: 'stack.ts' },
  { id: 'cli', label: 'AWS CLI', fileName: 'create-function.sh' },
] as const;

export type TemplateFormat = (typeof templateFormats)[number]['id'];

/** Undefined for a text that names no format. */
export function readTemplateFormat(text: string | null): TemplateFormat | undefined {
  return templateFormats.find(({ id }) => id === text)?.id;
}

/** A function as a template, and what could not be read for it. */
export interface WrittenTemplate {
  readonly format: TemplateFormat;
  readonly text: string;
  /** A sentence each, as it also stands at the head of the text. */
  readonly omissions: readonly string[];
  /** The text holds values of environment variables. */
  readonly hasValues: boolean;
}
