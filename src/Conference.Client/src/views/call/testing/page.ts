import { act } from 'preact/test-utils';

const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ?? element.textContent.trim();

/** The buttons of the page by their names. */
export const buttonNames = (inside: ParentNode = document): readonly string[] =>
  Array.from(inside.querySelectorAll('button'), nameOf);

/** The one of a name; a test that does not find it fails. */
export function button(name: string, inside: ParentNode = document): HTMLButtonElement {
  const found = Array.from(inside.querySelectorAll('button')).find((one) => nameOf(one) === name);
  if (found === undefined) {
    throw new Error(`No button ${name}, but ${buttonNames(inside).join(', ')}`);
  }
  return found;
}

export async function press(name: string, inside: ParentNode = document): Promise<void> {
  await act(async () => {
    button(name, inside).click();
    await Promise.resolve();
  });
}

/** Changes what the page follows, and has it drawn. */
export async function drawAfter(action: () => void): Promise<void> {
  await act(async () => {
    action();
    await new Promise(requestAnimationFrame);
  });
}

export async function type(input: HTMLInputElement, text: string): Promise<void> {
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** The field of a label. */
export function field(label: string): HTMLInputElement {
  const found = Array.from(document.querySelectorAll('label')).find(
    ({ textContent }) => textContent.trim() === label,
  );
  const input = document.getElementById(found?.htmlFor ?? '');
  if (input === null) {
    throw new Error(`No field ${label}.`);
  }
  return input as HTMLInputElement;
}

export const focusedName = (): string | undefined =>
  document.activeElement === null ? undefined : nameOf(document.activeElement);
