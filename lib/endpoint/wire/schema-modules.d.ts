/**
 * The schema module of an AWS SDK client: plain arrays, published inside the package but without types.
 * Importing it alone costs a tenth of importing the client (6 ms and 2 MB for Lambda).
 */
declare module '*/dist-es/schemas/schemas_0.js';
