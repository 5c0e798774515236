import { describe, expect, it } from 'vitest';
import { settingsDefaults } from '@/lib/domain/rest-api/stage';
import { fromSettingsDraft, settingsProblems, toSettingsDraft } from './settings-draft';

describe('the draft of the settings of methods', () => {
  it('goes there and back, throttled or not', () => {
    const open = { ...settingsDefaults, burst: -1, rate: -1 };
    expect(fromSettingsDraft(toSettingsDraft(settingsDefaults))).toEqual(settingsDefaults);
    expect(fromSettingsDraft(toSettingsDraft(open))).toEqual(open);
    expect(fromSettingsDraft({ ...toSettingsDraft(settingsDefaults), rate: '2.5' }).rate).toBe(2.5);
  });
  it('names the fields that are no numbers', () => {
    const draft = { ...toSettingsDraft(settingsDefaults), burst: '', rate: 'x', ttl: '3601' };
    expect(settingsProblems(draft)).toEqual(['rate', 'burst', 'ttl']);
    expect(settingsProblems({ ...draft, isThrottled: false, ttl: '0' })).toEqual([]);
  });
});
