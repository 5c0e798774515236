import type { FunctionGraph } from '@/lib/domain/function-graph';

/** What the overview shows of a function; the route gathers it. */
export interface OverviewModel {
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
}

/** What is picked in the diagram; the side column tells about it. */
export type Selection = 'layers' | { readonly nodeId: string } | undefined;
