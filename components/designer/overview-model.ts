import type { ReactNode } from 'react';
import type { FunctionGraph } from '@/lib/domain/function-graph';
import type { Place } from '@/lib/routes';

/** What the overview shows of a function; the route gathers it. */
export interface OverviewModel {
  readonly place: Place;
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  /** `nodejs24.x · arm64`, or what there is of it. */
  readonly detail: string;
  readonly layerArns: readonly string[];
  /** ISO time. */
  readonly lastModified: string | undefined;
  readonly functionUrl: string | undefined;
  /** Undefined for a function whose code is in an image. */
  readonly downloadHref: string | undefined;
  readonly graph: FunctionGraph;
  readonly addTriggerHref: string;
  readonly addDestinationHref: string;
  /** Why nothing can be added; undefined for who may. */
  readonly cannotChangeReason: string | undefined;
}

/** Acts on each relation by its id, and where its other end is shown; the route composes them. */
export type RelationActs = Readonly<Record<string, ReactNode>>;

/** What is picked in the diagram; the side column tells about it. */
export type Selection = 'layers' | { readonly nodeId: string } | undefined;
