// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useToolbar } from './useToolbar';

function Toolbar({ names }: { readonly names: readonly string[] }) {
  const toolbar = useRef<HTMLDivElement>(null);
  useToolbar(toolbar);
  return (
    <div ref={toolbar} role="toolbar">
      {names.map((name) => (
        <button key={name} type="button" id={name} />
      ))}
      <div role="menu">
        <button type="button" id="item" tabIndex={-1} />
      </div>
    </div>
  );
}

const show = (...names: string[]) => act(() => render(<Toolbar names={names} />, document.body));
const stops = () =>
  Array.from(document.querySelectorAll('button'))
    .filter((button) => button.tabIndex === 0)
    .map(({ id }) => id);
const focus = (id: string) => document.getElementById(id)?.focus();
const press = (key: string) => {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  return document.activeElement?.id;
};

beforeEach(() => show('mute', 'camera', 'leave'));
afterEach(() => render(null, document.body));

test('A toolbar is one tab stop, which stays where focus was', () => {
  expect(stops()).toEqual(['mute']);
  focus('camera');
  expect(stops()).toEqual(['camera']);
});

test('Arrow keys go round its buttons, Home and End to the ends', () => {
  focus('mute');
  expect(press('ArrowRight')).toBe('camera');
  expect(press('End')).toBe('leave');
  expect(press('ArrowRight')).toBe('mute');
  expect(press('ArrowLeft')).toBe('leave');
  expect(press('Home')).toBe('mute');
  expect(press('x')).toBe('mute');
});

test('A menu in it keeps its own keys, and the tab stop where it was', () => {
  focus('camera');
  focus('item');
  expect(press('ArrowRight')).toBe('item');
  expect(stops()).toEqual(['camera']);
});

test('The first button takes over when the tab stop goes', async () => {
  focus('camera');
  await show('mute', 'leave');
  await new Promise<void>((resolve) => queueMicrotask(resolve));
  expect(stops()).toEqual(['mute']);
});
