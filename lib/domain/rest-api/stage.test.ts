import { describe, expect, it } from 'vitest';
import {
  canaryPatch,
  settingsDefaults,
  settingsKey,
  settingsPatch,
  settingsPath,
  stagePatch,
  variableProblem,
  type StageValues,
} from './stage';

const values: StageValues = {
  description: '',
  cacheEnabled: false,
  cacheSize: '0.5',
  tracing: false,
  clientCertificateId: '',
  accessLogArn: '',
  accessLogFormat: '',
  settings: settingsDefaults,
};

describe('what a change of a stage sends', () => {
  it('writes the path of a method as AWS does', () => {
    expect(settingsPath('*/*')).toBe('/*/*');
    expect(settingsPath(settingsKey('/orders/{id}', 'GET'))).toBe('/~1orders~1{id}/GET');
    expect(settingsPath(settingsKey('/', 'GET'))).toBe('/~1/GET');
  });
  it('names what changed alone, and all of a new entry', () => {
    expect(settingsPatch('*/*', settingsDefaults, { ...settingsDefaults, rate: 5 })).toEqual([
      { op: 'replace', path: '/*/*/throttling/rateLimit', value: '5' },
    ]);
    expect(settingsPatch('a/GET', null, settingsDefaults)).toHaveLength(10);
  });
  it('sets the size with the cache, and takes the access log away as a whole', () => {
    expect(stagePatch(values, { ...values, cacheEnabled: true })).toEqual([
      { op: 'replace', path: '/cacheClusterEnabled', value: 'true' },
      { op: 'replace', path: '/cacheClusterSize', value: '0.5' },
    ]);
    const logging = { ...values, accessLogArn: 'arn', accessLogFormat: '$context.requestId' };
    expect(stagePatch(logging, values)).toEqual([{ op: 'remove', path: '/accessLogSettings' }]);
    expect(stagePatch(values, logging)).toHaveLength(2);
  });
  it('patches a canary', () => {
    const canary = { percent: 5, deploymentId: 'd', overrides: { a: '1' }, useStageCache: false };
    expect(canaryPatch(canary, { ...canary, percent: 20, overrides: {} })).toEqual([
      { op: 'replace', path: '/canarySettings/percentTraffic', value: '20' },
      { op: 'remove', path: '/canarySettings/stageVariableOverrides/a' },
    ]);
  });
  it('knows what stage variables may hold', () => {
    expect(variableProblem('a b', '')).toBe('name');
    expect(variableProblem('alias', 'prod v2')).toBe('value');
    expect(variableProblem('url', 'https://a.example/x?y=1')).toBeUndefined();
  });
});
