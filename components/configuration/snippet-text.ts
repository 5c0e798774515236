/** Words of SAM templates and Terraform files: names and quoted texts. */

const wordsOf = (name: string) => name.split(/[^a-zA-Z0-9]+/).filter(Boolean);

/** `orders-checkout` → `OrdersCheckout`, a logical id of CloudFormation. */
export function logicalId(functionName: string): string {
  const id = wordsOf(functionName)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return /^[A-Za-z]/.test(id) ? id : `Function${id}`;
}

/** `orders-checkout` → `orders_checkout`, a name of a Terraform resource. */
export function terraformName(functionName: string): string {
  const name = wordsOf(functionName).join('_').toLowerCase();
  return /^[a-z]/.test(name) ? name : `function_${name}`;
}

/** A double-quoted YAML text: JSON's escapes are YAML's. */
export const yamlText = (text: string) => JSON.stringify(text);

/** A quoted text of Terraform, in which `${` and `%{` would begin a template. */
export function terraformText(text: string): string {
  return JSON.stringify(text)
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');
}

/** A SAM template's function with these lines as its properties. */
export function samFunction(functionName: string, lines: readonly string[]): string {
  const head = [`${logicalId(functionName)}:`, '  Type: AWS::Serverless::Function', '  Properties:'];
  return [...head, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** Terraform's function with these lines inside. */
export function terraformFunction(functionName: string, lines: readonly string[]): string {
  const head = `resource "aws_lambda_function" "${terraformName(functionName)}" {`;
  return [head, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}
