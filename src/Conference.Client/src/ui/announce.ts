/**
 * Has a screen reader say it when it has a moment. The page's live region stands in index.html; a dialog brings its own, since
 * nothing behind it is heard.
 */
export function announce(text: string): void {
  const inDialog = Array.from(document.querySelectorAll('dialog[open] [data-live=status]')).at(-1);
  const region = inDialog ?? document.getElementById('status');
  const line = document.createElement('p');
  line.textContent = text;
  // A new element, so that the same words are read again.
  region?.replaceChildren(line);
}
