import { describe, expect, test } from 'vitest';
import { someSettings } from './testing/someSettings';
import { changesIn, shownSettings, withPassword } from './settingsDraft';

describe('changing settings', () => {
  test('shows what is saved, and what was changed over it', () => {
    const shown = shownSettings(someSettings(), { lobby: true, title: 'Review' });
    expect(shown).toMatchObject({ lobby: true, title: 'Review', locked: false, keepDays: 0 });
  });

  test.each([
    [{}, {}],
    [{ lobby: false }, {}],
    [{ lobby: true, locked: false }, { lobby: true }],
    [
      { title: '', keepDays: 30 },
      { title: '', keepDays: 30 },
    ],
    [{ password: 'secret' }, { password: 'secret' }],
    [{ password: '' }, {}],
  ])('saves what is not so already: %j', (draft, change) => {
    expect(changesIn(someSettings(), draft)).toEqual(change);
  });

  test('removes a password that is set', () => {
    expect(changesIn(someSettings({ hasPassword: true }), { password: '' })).toEqual({
      password: '',
    });
  });

  test('leaves the password when what was typed is taken back', () => {
    const typed = withPassword({ lobby: true }, 'secret');
    expect(typed).toEqual({ lobby: true, password: 'secret' });
    expect(withPassword(typed, '')).toEqual({ lobby: true });
  });
});
