import type { Page } from '@playwright/test';

/** A call of `/api/rooms` in the name of the page's visitor. */
export async function callApi(
  page: Page,
  method: 'PATCH' | 'POST',
  path: string,
  request: unknown,
): Promise<void> {
  const status = await page.evaluate(
    async ([verb, address, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(address, { method: verb, headers, body })).status;
    },
    [method, `/api/rooms${path}`, JSON.stringify(request)] as const,
  );
  if (status >= 300) {
    throw new Error(`${method} ${path} was answered with ${status}`);
  }
}
