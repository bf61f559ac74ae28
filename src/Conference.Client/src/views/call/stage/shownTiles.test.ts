// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConferenceModel } from '../../../state/model';
import { someParticipant } from '../../../state/someParticipant';
import { areSame, nothingShown, shownTiles, viewOf, viewsOf, type TileViews } from './shownTiles';
import type { StageTile } from '../../../state/stageTiles';
import { TileReport } from './TileReport';

const tile = (id: string, kind: StageTile['kind'] = 'camera', isLocal = false): StageTile => ({
  kind,
  key: kind === 'screen' ? `${id}:screen` : id,
  participant: someParticipant({ isLocal, info: { id } }),
});

const area = { left: 8, top: 56, right: 382, bottom: 768 };
const looking = { area, cover: undefined, pixelRatio: 1, pinned: undefined };
const box = (top: number, width = 320, height = 180) => ({ left: 0, top, width, height });

describe('what is seen', () => {
  const shown = [tile('a'), tile('b', 'screen'), tile('own', 'camera', true)];
  const boxes = [box(0), box(200, 301, 161), box(400)];

  test('is every tile of others in pixels of the screen, in steps', () => {
    expect(shownTiles({ shown, boxes }, { ...looking, pixelRatio: 1.5, pinned: 'a' })).toEqual(
      new Map([
        ['a', { width: 480, height: 272, pinned: true }],
        ['b:screen', { width: 464, height: 256, pinned: false }],
      ]),
    );
  });

  test('is not what a sheet covers whole', () => {
    const cover = { left: 0, top: 240, right: 390, bottom: 844 };
    expect([...shownTiles({ shown, boxes }, { ...looking, cover }).keys()]).toEqual(['a']);
    const lower = { ...cover, top: 300 };
    expect([...shownTiles({ shown, boxes }, { ...looking, cover: lower }).keys()]).toEqual([
      'a',
      'b:screen',
    ]);
  });

  test('is one tile in a window of its own, unless it is the own one', () => {
    const size = { width: 400, height: 290 };
    expect(viewsOf(tile('a'), size, 2)).toEqual(
      new Map([['a', { width: 800, height: 592, pinned: false }]]),
    );
    expect(viewsOf(tile('own', 'camera', true), size, 2)).toBe(nothingShown);
    expect(viewsOf(undefined, size, 2)).toBe(nothingShown);
  });

  test('is nothing before there is a place for it', () => {
    expect(shownTiles({ shown, boxes: [] }, looking)).toEqual(nothingShown);
  });

  test.each<readonly [TileViews, TileViews, boolean]>([
    [new Map(), new Map(), true],
    [new Map([['a', viewOf(box(0), 1, false)]]), new Map([['a', viewOf(box(9), 1, false)]]), true],
    [new Map([['a', viewOf(box(0), 1, false)]]), new Map([['a', viewOf(box(0), 1, true)]]), false],
    [new Map([['a', viewOf(box(0), 1, false)]]), new Map([['b', viewOf(box(0), 1, false)]]), false],
    [new Map([['a', viewOf(box(0), 1, false)]]), new Map(), false],
  ])('is the same or not: %#', (one, other, same) => {
    expect(areSame(one, other)).toBe(same);
  });
});

describe('the report', () => {
  const showTiles = vi.fn<ConferenceModel['showTiles']>();
  let report: TileReport;
  let frames: FrameRequestCallback[] = [];
  let visibility: DocumentVisibilityState = 'visible';

  beforeEach(() => {
    frames = [];
    visibility = 'visible';
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) =>
      frames.push(callback),
    );
    vi.stubGlobal('cancelAnimationFrame', vi.fn());
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    showTiles.mockReset();
    report = new TileReport({ showTiles });
    report.start();
  });
  afterEach(() => {
    report.close();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const draw = () => frames.splice(0).forEach((frame) => frame(0));
  const see = (next: DocumentVisibilityState) => {
    visibility = next;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const large: TileViews = new Map([['a', viewOf(box(0, 640, 360), 1, true)]]);
  const small: TileViews = new Map([
    ['a', viewOf(box(0, 160, 96), 1, false)],
    ['b', viewOf(box(0, 160, 96), 1, false)],
  ]);

  test('comes once a frame, and when something changed', () => {
    report.measure('stage', () => large);
    report.changed();
    report.changed();
    expect(showTiles).not.toHaveBeenCalled();
    draw();
    report.changed();
    draw();
    expect(showTiles.mock.calls).toEqual([[large]]);
  });

  test('says at once that a hidden page shows nothing, and what it shows when it is back', () => {
    report.measure('stage', () => large);
    draw();
    see('hidden');
    see('visible');
    expect(showTiles.mock.calls).toEqual([[large], [nothingShown], [large]]);
  });

  test('keeps what a window of its own shows while the page is hidden', () => {
    report.measure('stage', () => small);
    report.measure('picture', () => large);
    draw();
    const both = new Map([...small, ...large]);
    see('hidden');
    report.measure('picture', undefined);
    expect(showTiles.mock.calls).toEqual([[both], [large], [nothingShown]]);
  });

  test('ends with nothing', () => {
    report.measure('stage', () => small);
    draw();
    report.close();
    expect(showTiles).toHaveBeenLastCalledWith(nothingShown);
  });
});
