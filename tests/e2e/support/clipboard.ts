import type { Page } from '@playwright/test';

/** What was copied, by pasting it: the policy of the pages lets no script read the clipboard. */
export async function pasted(page: Page): Promise<string> {
  const field = await page.evaluateHandle(() => {
    const made = document.createElement('textarea');
    document.body.append(made);
    made.focus();
    return made;
  });
  await page.keyboard.press('Control+V');
  return field.evaluate((made) => {
    made.remove();
    return made.value;
  });
}
