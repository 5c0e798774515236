import type {
  HttpApiDirectory,
  PublishedApi,
  PublishedStage,
  Snapshot,
  WebSocketSnapshot,
} from '../../services/apigatewayv2/index.ts';
import { readAddress } from '../http-api/address.ts';
import { chooseStage } from '../http-api/choose-stage.ts';

interface Target {
  readonly hostName: string;
  readonly path: string;
}

/** Where a request goes: a WebSocket API by one of its addresses. */
export interface Place {
  readonly api: PublishedApi;
  /** Undefined when the API has none of that name, or nothing was deployed to it. */
  readonly served: ServedStage | undefined;
  /** Below the stage, decoded. */
  readonly path: string;
  readonly isHostForm: boolean;
}

export interface ServedStage {
  readonly stage: PublishedStage;
  readonly snapshot: Snapshot;
  readonly webSocket: WebSocketSnapshot;
}

/** Undefined for what is no address of a WebSocket API. */
export function findPlace(directory: HttpApiDirectory, target: Target): Place | undefined {
  const address = readAddress(target);
  const api = address && directory.find(address.apiId);
  if (!address || api?.protocol !== 'WEBSOCKET') return undefined;
  const chosen = chooseStage(api, address.path);
  const isFound = chosen !== undefined && chosen !== 'malformed';
  return {
    api,
    served: isFound ? servedStage(chosen.stage) : undefined,
    path: isFound ? chosen.routePath : '',
    isHostForm: address.isHostForm,
  };
}

export function servedStage(stage: PublishedStage | undefined): ServedStage | undefined {
  const snapshot = stage?.snapshot;
  const webSocket = snapshot?.webSocket;
  return stage && webSocket && !snapshot.isEndpointDisabled ? { stage, snapshot, webSocket } : undefined;
}
