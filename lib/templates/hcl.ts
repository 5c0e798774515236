/** HCL, Terraform's own syntax. Source: HCL native syntax specification, "Template expressions". */

/** An expression that stands as it is: a reference to another resource. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Hcl = string | number | boolean | Expression | readonly Hcl[] | { readonly [key: string]: Hcl };

/** A nested block, which has no equals sign; several of one name repeat it. */
export class Block {
  readonly members: HclMembers;

  constructor(members: HclMembers) {
    this.members = members;
  }
}

export type HclMembers = Readonly<Record<string, Hcl | Block | readonly Block[] | undefined>>;

/** A text in double quotes; `${` and `%{` would begin an expression and are doubled. */
export function hclText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('${', () => '$${')
    .replaceAll('%{', () => '%%{');
  return `"${escaped}"`;
}

function expression(value: Hcl, indent: string): string {
  if (value instanceof Expression) return value.text;
  if (typeof value === 'string') return hclText(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[${value.map((item: Hcl) => expression(item, inner)).join(', ')}]`;
  const members = Object.entries(value as Readonly<Record<string, Hcl>>);
  if (members.length === 0) return '{}';
  const lines = members.map(([key, member]) => `${inner}${hclText(key)} = ${expression(member, inner)}`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

const isBlocks = (value: unknown): value is readonly Block[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => item instanceof Block);

const isNothing = (value: HclMembers[string]) =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' &&
    !(value instanceof Expression) &&
    !(value instanceof Block) &&
    Object.keys(value).length === 0);

function body(members: HclMembers, indent: string): string {
  const inner = `${indent}  `;
  const said = Object.entries(members).filter(([, value]) => !isNothing(value));
  const isNested = (value: HclMembers[string]) => value instanceof Block || isBlocks(value);
  const width = Math.max(0, ...said.filter(([, value]) => !isNested(value)).map(([name]) => name.length));
  const lines = said.flatMap(([name, value]): string[] => {
    if (value === undefined) return [];
    if (value instanceof Block) return ['', `${inner}${name} {`, body(value.members, inner), `${inner}}`];
    if (isBlocks(value)) {
      return value.flatMap((one) => ['', `${inner}${name} {`, body(one.members, inner), `${inner}}`]);
    }
    return [`${inner}${name.padEnd(width)} = ${expression(value as Hcl, inner)}`];
  });
  return lines.join('\n').replace(/^\n/, '');
}

/** `resource "aws_lambda_alias" "live" { … }`; members that say nothing are left out. */
export function hclBlock(kind: string, labels: readonly string[], members: HclMembers): string {
  const head = [kind, ...labels.map(hclText)].join(' ');
  return `${head} {\n${body(members, '')}\n}`;
}
