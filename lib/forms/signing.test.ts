import { expect, it } from 'vitest';
import { tagsOfLines } from '../domain/tag-lines';
import { signingToCreate } from './signing';

it('reads tags from lines, also such with an equals sign in their value', () => {
  expect(tagsOfLines('team=orders\n\n query = a=b \nalone')).toEqual({
    team: 'orders',
    query: 'a=b',
    alone: '',
  });
});

it('sends no tags where there are none', () => {
  const input = signingToCreate({ description: '', publishers: ' arn:1 \narn:2', policy: 'Warn', tags: '' });
  expect(input).toEqual({
    Description: '',
    AllowedPublishers: { SigningProfileVersionArns: ['arn:1', 'arn:2'] },
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
  });
});
