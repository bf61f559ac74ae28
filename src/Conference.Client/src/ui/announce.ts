/** The page's two live regions stand in index.html; a dialog brings its own, since nothing behind it is heard. */
function speak(role: 'status' | 'alert', text: string): void {
  const inDialog = Array.from(document.querySelectorAll(`dialog[open] [data-live=${role}]`)).at(-1);
  const region = inDialog ?? document.getElementById(role);
  const line = document.createElement('p');
  line.textContent = text;
  // A new element, so that the same words are read again.
  region?.replaceChildren(line);
}

/** Has a screen reader say it when it has a moment. */
export const announce = (text: string): void => speak('status', text);

/** Has a screen reader say it at once. */
export const alertUser = (text: string): void => speak('alert', text);
