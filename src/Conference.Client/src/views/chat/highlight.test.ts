import { describe, expect, it, test } from 'vitest';
import { clip, highlight } from './highlight';

function marked(text: string, query: string): string {
  return highlight(text, query)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');
}

describe('highlight', () => {
  test.each([
    ['nothing', '', 'nothing'],
    ['nothing', '  ... ', 'nothing'],
    ['Hello there', 'hello', '[Hello] there'],
    ['Hello there', 'the', 'Hello [the]re'],
    ['Hello there', 'hell there', 'Hello there'],
    ['Hello there', 'hello world', 'Hello there'],
    ['there hello, hello', 'hello there', '[there] [hello], [hello]'],
    ['there, hello', 'hello there', '[there], [hello]'],
    ['we join the pre-join page', 'pre-join', 'we join the [pre-join] page'],
    ['pre join, pre\njoining', 'pre-join', '[pre join], [pre\njoin]ing'],
    ['pre-pre-join', 'pre-join', 'pre-[pre-join]'],
    ['a-b-c', 'a-b b-c', '[a-b-c]'],
    ['ask@example.org', 'ask@example.org', '[ask@example.org]'],
    ['Café at ten', 'cafe', '[Café] at ten'],
    ['cafe at ten', 'CAFÉ', '[cafe] at ten'],
    ['Cafe\u0301s', 'café', '[Cafe\u0301]s'],
    ['Größe', 'groß', '[Größ]e'],
    ['GROSSE', 'groß', 'GROSSE'],
    ['Việt Nam', 'viet', '[Việt] Nam'],
    ['İstanbul', 'istanbul', '[İstanbul]'],
    ['Москва', 'МОС', '[Мос]ква'],
    ['한국어', '한국', '[한국]어'],
    ['𝒳 and 10 years', '10', '𝒳 and [10] years'],
    ['aa aaa', 'aa', '[aa] [aa]a'],
    ['hello', 'ello', 'hello'],
    ['snake_case', 'snake_case', '[snake_case]'],
    ['😀 smile', 'smile', '😀 [smile]'],
  ])('%j for %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('loses no character', () => {
    const text = 'pre-join, Café (cafe) 𝒳\n\tçe';
    expect(
      highlight(text, 'cafe pre c')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  test.each([
    [0, 16, 'a [pre-join] b [x]'],
    [2, 10, '[pre-join]'],
    [4, 13, '[e-join] b '],
    [0, 4, 'a [pr]'],
    [16, 20, ''],
  ])('is cut from %i to %i', (from, to, expected) => {
    const parts = [
      { text: 'a ', hit: false },
      { text: 'pre-join', hit: true },
      { text: ' b ', hit: false },
      { text: 'x', hit: true },
    ];
    const cut = clip(parts, from, to).map(({ text, hit }) => (hit ? `[${text}]` : text));
    expect(cut.join('')).toBe(expected);
  });
});
