import { errorFacts } from '../error-facts.ts';
import { readForm } from '../form.ts';
import { escapeXml, writeXmlMembers, xmlElement } from '../xml.ts';
import type { ErrorContext, Protocol } from './protocol.ts';

const CONTENT_TYPE = 'text/xml';

function namespaceOf(uri: string | undefined): string {
  return uri === undefined ? '' : ` xmlns="${escapeXml(uri)}"`;
}

/** Modelled members of an error besides its text stand beside code and message. */
function errorMembers(facts: ReturnType<typeof errorFacts>): string {
  if (!facts.shape) return '';
  return writeXmlMembers(
    facts.shape,
    facts.members,
    ({ name }) => !['message', 'code', 'type'].includes(name.toLowerCase()),
  ).content;
}

/** Forms in, XML with a `…Result` wrapper out: IAM, STS, SNS and the older SQS and CloudWatch clients. */
export const awsQuery: Protocol = {
  readInput: (operation, request) => readForm(operation.input, request.form, 'awsQuery'),

  writeOutput({ entry }, { name, output: shape }, output, { requestId }) {
    const result =
      shape.kind === 'unit' ? '' : xmlElement(`${name}Result`, writeXmlMembers(shape, output ?? {}).content);
    const metadata = xmlElement('ResponseMetadata', xmlElement('RequestId', requestId));
    const body = xmlElement(`${name}Response`, result + metadata, namespaceOf(entry.xmlNamespace));
    return { status: 200, headers: { 'content-type': CONTENT_TYPE }, body };
  },

  writeError(error, context) {
    const facts = errorFacts(error, context.model);
    const body = xmlElement(
      'ErrorResponse',
      xmlElement(
        'Error',
        xmlElement('Type', facts.isSenderFault ? 'Sender' : 'Receiver') +
          xmlElement('Code', escapeXml(facts.queryCode)) +
          xmlElement('Message', escapeXml(facts.queryMessage)) +
          (context.entry?.name === 'sqs' ? '<Detail/>' : errorMembers(facts)),
      ) + xmlElement('RequestId', context.requestId),
      namespaceOf(context.entry?.xmlNamespace),
    );
    return { status: facts.queryStatus, headers: { 'content-type': CONTENT_TYPE }, body };
  },
};

function ec2Error(error: Parameters<Protocol['writeError']>[0], context: ErrorContext) {
  const facts = errorFacts(error, context.model);
  const inner = xmlElement(
    'Error',
    xmlElement('Code', escapeXml(facts.queryCode)) + xmlElement('Message', escapeXml(error.message)),
  );
  const body = xmlElement(
    'Response',
    xmlElement('Errors', inner) + xmlElement('RequestID', context.requestId),
  );
  return { status: facts.queryStatus, headers: { 'content-type': CONTENT_TYPE }, body };
}

/** EC2's own dialect: capitalised flat lists in, members without a wrapper out. */
export const ec2Query: Protocol = {
  readInput: (operation, request) => readForm(operation.input, request.form, 'ec2Query'),

  writeOutput({ entry }, { name, output: shape }, output, { requestId }) {
    const members =
      shape.kind === 'unit' ? '<return>true</return>' : writeXmlMembers(shape, output ?? {}).content;
    const body = xmlElement(
      `${name}Response`,
      xmlElement('requestId', requestId) + members,
      namespaceOf(entry.xmlNamespace),
    );
    return { status: 200, headers: { 'content-type': CONTENT_TYPE }, body };
  },

  writeError: ec2Error,
};
