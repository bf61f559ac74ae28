import { describe, expect, it, test } from 'vitest';
import { linkify } from './linkify';

/** Links in brackets: `see [https://a.example].` */
function marked(text: string): string {
  return linkify(text)
    .map((part) => (part.href === undefined ? part.text : `⟦${part.text}⟧`))
    .join('');
}

describe('linkify', () => {
  test.each([
    ['', ''],
    ['no link here', 'no link here'],
    ['https://example.org', '⟦https://example.org⟧'],
    ['http://example.org/', '⟦http://example.org/⟧'],
    ['HTTPS://Example.ORG/Path', '⟦HTTPS://Example.ORG/Path⟧'],
    ['hTTp://example.org', '⟦hTTp://example.org⟧'],
    ['see https://example.org now', 'see ⟦https://example.org⟧ now'],
    ['one\nhttps://example.org\ntwo', 'one\n⟦https://example.org⟧\ntwo'],
    ['https://a.example https://b.example', '⟦https://a.example⟧ ⟦https://b.example⟧'],
    ['https://example.org/a?b=c&d=%20#e', '⟦https://example.org/a?b=c&d=%20#e⟧'],
    ['http://localhost:5000/r/kmr-vxtd-hpe', '⟦http://localhost:5000/r/kmr-vxtd-hpe⟧'],
    ['https://[2001:db8::1]:8443/x', '⟦https://[2001:db8::1]:8443/x⟧'],
    ['https://192.0.2.1/', '⟦https://192.0.2.1/⟧'],
  ])('finds addresses: %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test.each([
    ['https://example.org.', '⟦https://example.org⟧.'],
    ['https://example.org, and', '⟦https://example.org⟧, and'],
    ['https://example.org?!', '⟦https://example.org⟧?!'],
    ['https://example.org…', '⟦https://example.org⟧…'],
    ['https://example.org/a...', '⟦https://example.org/a⟧...'],
    ["'https://example.org'", "'⟦https://example.org⟧'"],
    ['"https://example.org"', '"⟦https://example.org⟧"'],
    ['„https://example.org“', '„⟦https://example.org⟧“'],
    ['«https://example.org»', '«⟦https://example.org⟧»'],
    ['<https://example.org>', '<⟦https://example.org⟧>'],
    ['(https://example.org)', '(⟦https://example.org⟧)'],
    ['(see https://example.org/a.)', '(see ⟦https://example.org/a⟧.)'],
    ['[https://example.org]', '[⟦https://example.org⟧]'],
    ['{https://example.org},', '{⟦https://example.org⟧},'],
    ['((https://example.org))', '((⟦https://example.org⟧))'],
    ['https://example.org/wiki/A_(b)', '⟦https://example.org/wiki/A_(b)⟧'],
    ['(https://example.org/wiki/A_(b))', '(⟦https://example.org/wiki/A_(b)⟧)'],
    ['https://example.org/a_(b).', '⟦https://example.org/a_(b)⟧.'],
    ['https://example.org/path/', '⟦https://example.org/path/⟧'],
    ['**https://example.org**', '**⟦https://example.org⟧**'],
    ['https://example.org/a,b;c', '⟦https://example.org/a,b;c⟧'],
  ])('leaves the punctuation of the sentence outside: %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test.each([
    ['https://de.wikipedia.org/wiki/Köln', '⟦https://de.wikipedia.org/wiki/Köln⟧'],
    ['https://müller.example/ä', '⟦https://müller.example/ä⟧'],
    ['https://例え.テスト/パス', '⟦https://例え.テスト/パス⟧'],
    ['请看https://example.org。谢谢', '请看⟦https://example.org⟧。谢谢'],
    ['请看 https://example.org。谢谢', '请看 ⟦https://example.org⟧。谢谢'],
    ['（https://example.org）', '（⟦https://example.org⟧）'],
    ['https://example.org/😀', '⟦https://example.org/😀⟧'],
    ['https://example.org/a\u200bb', '⟦https://example.org/a⟧\u200bb'],
    ['https://example.org/\u202egpj.exe', '⟦https://example.org/⟧\u202egpj.exe'],
    ['https://example.org\u00a0next', '⟦https://example.org⟧\u00a0next'],
  ])('knows other scripts: %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript://example.org/%0aalert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:null/1',
    'file:///etc/passwd',
    'ftp://example.org',
    'mailto:a@example.org',
    'tel:+491234',
    '//example.org',
    'www.example.org',
    'example.org',
    'https:example.org',
    'https:/example.org',
    'https://',
    'https:// example.org',
    'https://.',
    'https://)',
    'http://?',
    'https://bank.example@evil.example',
    'https://user:password@example.org/',
    'https://example.org:99999/',
    'xhttps://example.org',
    '1http://example.org',
  ])('does not link %j', (text) => {
    expect(linkify(text)).toEqual([{ text }]);
  });

  test.each([
    ['javascript:https://example.org', 'https://example.org/'],
    ['HTTPS://EXAMPLE.ORG', 'https://example.org/'],
    ['https://example.org/"onclick=x', 'https://example.org/'],
    ["https://example.org/'x", "https://example.org/'x"],
  ])('gives an address that starts with http or https: %j', (text, href) => {
    expect(linkify(text).find((part) => part.href !== undefined)?.href).toBe(href);
  });

  it('loses no character', () => {
    const text = '(https://a.example/(x)), „http://b.example“ <https://c.example>... javascript:x';
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  test.each([
    ['one endless address', 'https://example.org/' + 'a'.repeat(1_000_000)],
    ['many addresses', 'https://example.org '.repeat(50_000)],
    ['closing brackets', 'https://example.org/' + ')'.repeat(1_000_000)],
    ['opening brackets', 'https://example.org/' + '('.repeat(1_000_000)],
    ['dots', 'https://example.org' + '.'.repeat(1_000_000)],
    ['schemes', 'https://'.repeat(125_000)],
    ['almost schemes', 'http'.repeat(250_000)],
  ])('takes linear time for %s', (_, text) => {
    const short = seconds(text.slice(0, text.length / 4));
    const long = seconds(text);
    expect(long).toBeLessThan(Math.max(short * 16, 0.5));
  });
});

function seconds(text: string): number {
  const start = performance.now();
  linkify(text);
  return (performance.now() - start) / 1000;
}
