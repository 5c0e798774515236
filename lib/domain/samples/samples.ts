import type { Language } from '../runtimes.ts';
import { helloNode, httpApiNode, queueNode } from './node.ts';
import { emptyDotnet, emptyJava, helloBootstrap, helloPython, helloRuby, reportPython } from './others.ts';
import type { FunctionSample } from './types.ts';

/** All samples; the first of a language is its default. Titles are in the `create` namespace by id. */
export const functionSamples: readonly FunctionSample[] = [
  helloNode,
  httpApiNode,
  queueNode,
  helloPython,
  reportPython,
  helloRuby,
  helloBootstrap,
  emptyJava,
  emptyDotnet,
];

/** Samples that fit a language, the default first. */
export function samplesFor(language: Language): readonly FunctionSample[] {
  return functionSamples.filter((sample) => sample.languages.includes(language));
}

/** The sample of that id, if there is one. */
export function sampleById(id: string): FunctionSample | undefined {
  return functionSamples.find((sample) => sample.id === id);
}
