import { describe, expect, it } from 'vitest';
import { RecentSpeakers } from './RecentSpeakers';
import { screenKey } from './StageStore';
import { wishesOf } from './wishes';

const view = (height: number, pinned = false) => ({ width: (height / 9) * 16, height, pinned });

describe('Wishes', () => {
  const shown = {
    ids: ['a', 'b'],
    views: new Map([
      ['a', view(360, true)],
      [screenKey('a'), view(720)],
      ['gone', view(360)],
    ]),
    speaking: new Set(['a', 'b']),
    noCameras: false,
  };

  it('ask for what is shown as large as it is shown, and for nothing of who is not', () => {
    expect(wishesOf(shown)).toEqual(
      new Map([
        [
          'a',
          {
            camera: { width: 640, height: 360, frameRate: 24, pinned: true, speaking: true },
            screen: { width: 1280, height: 720, frameRate: 30, pinned: false, speaking: false },
          },
        ],
        ['b', { camera: undefined, screen: undefined }],
      ]),
    );
  });

  it('ask for screens alone where a person wants no video', () => {
    const wish = wishesOf({ ...shown, noCameras: true }).get('a');
    expect(wish?.camera).toBeUndefined();
    expect(wish?.screen?.height).toBe(720);
  });

  it.each([
    [1080, 30],
    [540, 30],
    [539, 24],
    [300, 24],
    [299, 20],
    [150, 20],
    [149, 15],
  ])('ask of a picture %i pixels high for %i a second', (height, frameRate) => {
    const views = new Map([['a', view(height)]]);
    expect(wishesOf({ ...shown, views }).get('a')?.camera?.frameRate).toBe(frameRate);
  });
});

it('Recent speakers stay for three seconds', () => {
  const recent = new RecentSpeakers();
  const at = (now: number, ...speaking: string[]) => {
    recent.follow(new Set(speaking), now);
    return [...recent.ids.value];
  };
  expect(at(0, 'a')).toEqual(['a']);
  const { value } = recent.ids;
  expect(at(2_999)).toEqual(['a']);
  expect(recent.ids.value).toBe(value);
  expect(at(3_000, 'b')).toEqual(['b']);
  expect(at(6_000)).toEqual([]);
});
