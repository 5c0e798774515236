import { own } from '../../shared/own.ts';
import type { ServiceError } from '../errors.ts';
import { queryErrorOf, type ServiceModel, type Shape } from './aws-schema.ts';

/** A ServiceError beside what the service's schema says of it. */
export interface ErrorFacts {
  /** The exception's model name; equal to the error's code when the model does not have it. */
  readonly name: string;
  readonly status: number;
  readonly queryCode: string;
  readonly queryStatus: number;
  /** The text in the query protocol. */
  readonly queryMessage: string;
  readonly isSenderFault: boolean;
  readonly shape: Shape | undefined;
  /** All members to write, the message under the name the schema has for it. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** AWS writes this one's text with a capital although no model has it. */
const CAPITAL_MESSAGE = new Set(['AccessDeniedException']);

/** Exceptions of SQS that no model has, by the codes of its query protocol. */
const UNMODELLED_QUERY_CODES: Readonly<Record<string, string>> = {
  InvalidParameterValueException: 'InvalidParameterValue',
  MissingRequiredParameterException: 'MissingParameter',
};
/** What the query protocol words in its own way; only SQS has such an exception. */
const QUERY_MESSAGES: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'The specified queue does not exist for this wsdl version.',
};

export function errorFacts(error: ServiceError, model: ServiceModel | undefined): ErrorFacts {
  const shape = model?.errors.get(error.code);
  const query = shape && queryErrorOf(shape);
  const modelled = Number(shape?.traits.httpError);
  const status = Number.isInteger(modelled) ? modelled : error.status;
  const messageMember = shape?.members.find(({ name }) => name.toLowerCase() === 'message')?.name;
  const messageName = messageMember ?? (CAPITAL_MESSAGE.has(error.code) ? 'Message' : 'message');
  const members: Record<string, unknown> = error.message === '' ? {} : { [messageName]: error.message };
  // Lambda names the side at fault in each modelled exception; a handler can say otherwise, or leave it out.
  if (shape?.member('Type')) members.Type = status >= 500 ? 'Service' : 'User';
  Object.assign(members, error.members);
  return {
    name: shape?.name ?? error.code,
    status,
    queryCode: query?.code ?? shape?.name ?? own(UNMODELLED_QUERY_CODES, error.code) ?? error.code,
    queryStatus: query?.status ?? status,
    queryMessage: own(QUERY_MESSAGES, error.code) ?? error.message,
    isSenderFault: (query?.status ?? status) < 500,
    shape,
    members,
  };
}
