// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { belongsToField, isSingleKey, keyName, pressesTarget } from './shortcuts';

const key = (name: string, modifiers: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, ...modifiers });

const element = (html: string): Element => {
  const holder = document.createElement('div');
  const [tag = '', attribute, value = ''] = html.split(/[ =]/);
  const made = document.createElement(tag);
  if (attribute) {
    made.setAttribute(attribute, value);
  }
  holder.append(made);
  return made;
};

describe('keyName', () => {
  it.each([
    [key('d'), 'd'],
    [key('D'), 'd'],
    [key('L', { shiftKey: true }), 'Shift+L'],
    [key('?', { shiftKey: true }), '?'],
    [key('F6', { shiftKey: true }), 'Shift+F6'],
    [key('f', { ctrlKey: true }), 'Ctrl+f'],
    [key('f', { metaKey: true }), 'Ctrl+f'],
    [key(' '), ' '],
  ])('%#: %s', (event, name) => {
    expect(keyName(event)).toBe(name);
  });
});

describe('single keys', () => {
  it.each([
    ['d', true],
    ['Shift+L', true],
    ['Escape', true],
    ['F6', false],
    ['Shift+F6', false],
    ['Ctrl+f', false],
  ])('%s: %s', (name, single) => {
    expect(isSingleKey(name)).toBe(single);
  });

  it.each([
    ['input', true],
    ['textarea', true],
    ['select', true],
    ['div role=menu', true],
    ['input type=checkbox', false],
    ['button', false],
    ['div', false],
  ])('belong to %s: %s', (html, expected) => {
    expect(belongsToField(element(html))).toBe(expected);
  });

  it('leave the space bar to what it presses', () => {
    expect(pressesTarget(' ', element('button'))).toBe(true);
    expect(pressesTarget('Enter', element('a href=/'))).toBe(true);
    expect(pressesTarget('d', element('button'))).toBe(false);
    expect(pressesTarget(' ', element('div'))).toBe(false);
  });
});
