import { describe, expect, it, vi } from 'vitest';
import { parseRoomCode, roomLink } from './roomCode';
import { nameProblem, tidyName, tidyText } from './textRules';

describe('names', () => {
  it.each([
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['\tAda\n', 'Ada'],
    ['   ', ''],
    ['Z\u0351\u0352\u0353\u0354\u0355\u0356oe\u0308', 'Z\u0351\u0352\u0353\u0354oe\u0308'],
  ])('are tidied: %j', (name, tidy) => {
    expect(tidyName(name)).toBe(tidy);
  });

  it.each([
    ['Ada', undefined],
    ['Yuki 由紀', undefined],
    ['👩‍🚀', undefined],
    ['x'.repeat(64), undefined],
    ['', 'nameRequired'],
    ['x'.repeat(65), 'nameTooLong'],
    ['Ada\nLovelace', 'nameInvalid'],
    ['Ada\u0000', 'nameInvalid'],
    ['Ada\u202etxt', 'nameInvalid'],
    ['Ada\u200f', 'nameInvalid'],
    ['Ada\ud83d', 'nameInvalid'],
  ])('are judged: %j', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });
});

describe('texts', () => {
  it.each([
    ['  hello \n', 'hello'],
    ['one\r\ntwo\rthree\n\tfour', 'one\ntwo\nthree\n\tfour'],
    ['a\u0000b\u001bc\u0085d', 'abcd'],
    ['a\u202eb\u2066c', 'abc'],
    ['right\u200fmark', 'right\u200fmark'],
    ['half \ud83d', 'half \ufffd'],
    ['whole 😀', 'whole 😀'],
    [' \n ', ''],
  ])('are sent without what the server refuses: %j', (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });
});

describe('room codes', () => {
  it.each([
    ['kmr-vxtd-hpe', 'kmr-vxtd-hpe'],
    [' KMR VXTD hpe ', 'kmr-vxtd-hpe'],
    ['kmrvxtdhpe', 'kmr-vxtd-hpe'],
    ['https://meet.example/r/kmr-vxtd-hpe', 'kmr-vxtd-hpe'],
    ['https://meet.example/r/kmr-vxtd-hpe/history#m7', 'kmr-vxtd-hpe'],
    ['meet.example/r/kmr-vxtd-hpe?x=1', 'kmr-vxtd-hpe'],
    ['', undefined],
    ['kmr-vxtd-hp', undefined],
    ['kmr-vxtd-hpe1', undefined],
    ['https://meet.example/', undefined],
    ['kmr-vxtd-hpé', undefined],
  ])('are read out of %j', (text, code) => {
    expect(parseRoomCode(text)).toBe(code);
  });

  it('make a link to this server', () => {
    vi.stubGlobal('location', { origin: 'https://meet.example' });
    expect(roomLink('kmr-vxtd-hpe')).toBe('https://meet.example/r/kmr-vxtd-hpe');
    vi.unstubAllGlobals();
  });
});
