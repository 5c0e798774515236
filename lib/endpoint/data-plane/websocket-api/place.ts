import type {
  HttpApiDirectory,
  PublishedApi,
  PublishedStage,
  Snapshot,
  WebSocketSnapshot,
} from '../../services/apigatewayv2/index.ts';
import { choosePlace, type DomainMap } from '../http-api/choose-place.ts';

interface Target {
  readonly hostName: string;
  readonly path: string;
  readonly signedFor?: string | undefined;
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
export function findPlace(
  directory: HttpApiDirectory,
  domains: DomainMap,
  target: Target,
): Place | undefined {
  const found = choosePlace(directory, domains, target);
  if (found === undefined || found === 'unknown' || found.api.protocol !== 'WEBSOCKET') return undefined;
  const { api, chosen, isHostForm, custom } = found;
  const isFound = chosen !== undefined && chosen !== 'malformed';
  const served = isFound ? servedStage(chosen.stage) : undefined;
  // The switch is for the API's own address.
  const isOff = served?.snapshot.isEndpointDisabled === true && !custom;
  return {
    api,
    served: isOff ? undefined : served,
    path: isFound ? chosen.routePath : '',
    isHostForm,
  };
}

/** A stage to which something was deployed. */
export function servedStage(stage: PublishedStage | undefined): ServedStage | undefined {
  const snapshot = stage?.snapshot;
  const webSocket = snapshot?.webSocket;
  return stage && webSocket ? { stage, snapshot, webSocket } : undefined;
}
