/** The stations of a method, in the order in which a call passes them, and its test. */
export const stations = [
  'method-request',
  'integration-request',
  'integration-response',
  'method-response',
  'test',
] as const;
export type Station = (typeof stations)[number];

/** The station that an address names; the first one when it names none. */
export function readStation(text: string | undefined): Station {
  return stations.find((station) => station === text) ?? 'method-request';
}
