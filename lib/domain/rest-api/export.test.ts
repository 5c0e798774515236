import { expect, it } from 'vitest';
import { exportFileName, readExportChoice } from './export';

it('reads an export from an address, and names its file', () => {
  const read = readExportChoice(
    new URLSearchParams('stage=prod&type=swagger&format=yaml&extensions=apigateway'),
  );
  expect(read).toEqual({ stage: 'prod', type: 'swagger', format: 'yaml', extensions: 'apigateway' });
  expect(exportFileName('abc', read)).toBe('abc-prod-swagger-apigateway.yaml');
  expect(readExportChoice(new URLSearchParams('type=raml'))).toEqual({
    stage: '',
    type: 'oas30',
    format: 'json',
    extensions: '',
  });
});
