import type { ProtocolName } from '../catalogue.ts';
import { createJsonRpc } from './json-rpc.ts';
import type { Protocol } from './protocol.ts';
import { awsQuery, ec2Query } from './query.ts';
import { restJson } from './rest-json.ts';
import { restXml } from './rest-xml.ts';
import { rpcCbor } from './rpc-cbor.ts';

export const PROTOCOL_BY_NAME: Readonly<Record<ProtocolName, Protocol>> = {
  restJson1: restJson,
  awsJson1_0: createJsonRpc('1.0'),
  awsJson1_1: createJsonRpc('1.1'),
  awsQuery,
  ec2Query,
  restXml,
  rpcv2Cbor: rpcCbor,
};
