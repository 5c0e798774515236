import { loadCbor } from '../aws-schema.ts';
import { readCbor, writeCbor } from '../cbor.ts';
import { errorFacts } from '../error-facts.ts';
import { notImplemented } from '../../errors.ts';
import { bytesOf, type Protocol } from './protocol.ts';

const HEADERS = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' } as const;

/** Smithy RPC v2 over CBOR: the path names the operation, the body is its whole input. */
export const rpcCbor: Protocol = {
  async readInput(operation, request) {
    return readCbor(operation.input, bytesOf(request), await loadCbor());
  },

  async writeOutput(service, operation, output) {
    // No operation of the catalogue's services streams events in CBOR; an answer that did would be made up.
    if (operation.eventStream) throw notImplemented(`The event stream of ${operation.name} in CBOR`);
    if (operation.output.kind === 'unit') return { status: 200, headers: { ...HEADERS }, body: undefined };
    return {
      status: 200,
      headers: { ...HEADERS },
      body: writeCbor(operation.output, output, await loadCbor()),
    };
  },

  async writeError(error, { entry, model }) {
    const facts = errorFacts(error, model);
    const bytes = await loadCbor();
    const type = facts.shape ? `${facts.shape.namespace}#${facts.name}` : facts.name;
    const body = bytes.encode({ __type: type, message: error.message, ...facts.members });
    const headers: Record<string, string> = { ...HEADERS };
    if (entry?.isQueryCompatible)
      headers['x-amzn-query-error'] = `${facts.queryCode};${facts.isSenderFault ? 'Sender' : 'Receiver'}`;
    return { status: facts.status, headers, body };
  },
};
