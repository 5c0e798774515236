import { expect, it, vi } from 'vitest';
import { partialSave } from './partial-save';

vi.mock('server-only', () => ({}));

const refusal = Object.assign(new Error('Invalid routeKey specified'), {
  name: 'BadRequestException',
  $metadata: { httpStatusCode: 400 },
});

it('is an ordinary refusal while nothing is saved', () => {
  const error = partialSave(refusal, [], 'apigateway:UpdateRoute');
  expect(error).toMatchObject({ kind: 'invalid', message: 'Invalid routeKey specified' });
});

it('says which part is saved and which is not, away from any field', () => {
  expect(partialSave(refusal, ['integration'], 'apigateway:UpdateRoute')).toMatchObject({
    kind: 'invalid',
    message:
      'Saved in part: AWS took the integration, and not the route itself and what it answers. Invalid routeKey specified',
  });
  const later = partialSave(refusal, ['integration', 'route'], 'apigateway:UpdateRoute');
  expect(later.message).toContain('took the integration and the route itself, and not what it answers.');
  expect(later.field).toBeUndefined();
});
