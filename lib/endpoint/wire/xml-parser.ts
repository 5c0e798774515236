// The package is CommonJS for Node. Imported on demand by itself, the bundle gives its exports as `default` alone;
// by way of this module they keep their names in the sources and in the bundle.
export { parseXML } from '@aws-sdk/xml-builder';
