import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Watch } from './watch';

/** One person with a browser of their own: what they can do, in the words of the interface contract. */
export class Person {
  constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly watch: Watch,
  ) {}

  get controls(): Locator {
    return this.page.getByRole('toolbar', { name: 'Call controls' });
  }

  get messages(): Locator {
    return this.page.getByRole('log', { name: 'Messages' });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Message', exact: true });
  }

  /** What was said, in the order it stands there: the parts of all messages that match. */
  async said(pattern: RegExp): Promise<string[]> {
    const texts = await this.messages.getByTestId('message').allInnerTexts();
    return texts.flatMap((text) => text.match(pattern) ?? []);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  status(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  tile(of: string | Person): Locator {
    const name = typeof of === 'string' ? of : of === this ? 'You' : of.name;
    return this.page.getByRole('group', { name: new RegExp(`^${name}\\b`) });
  }

  get tiles(): Locator {
    return this.page.getByTestId('tile');
  }

  message(text: string): Locator {
    return this.messages.getByTestId('message').filter({ hasText: text });
  }

  /** Starts a room on the home page, which leads to pre-join; answers with the room's path. */
  async startRoom(title = ''): Promise<string> {
    await this.page.goto('/');
    await this.page.getByRole('textbox', { name: 'Room title (optional)' }).fill(title);
    await this.button('Start room').click();
    await expect(this.heading(title === '' ? 'Untitled room' : title)).toBeVisible();
    return new URL(this.page.url()).pathname;
  }

  async fillName(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name);
  }

  async joinHere(button = 'Join now'): Promise<void> {
    await this.fillName();
    await this.button(button).click();
    await expect(this.controls).toBeVisible();
  }

  async join(room: string, button?: string): Promise<void> {
    await this.page.goto(room);
    await this.joinHere(button);
  }

  /** Starts a room and joins it. */
  async host(title?: string): Promise<string> {
    const room = await this.startRoom(title);
    await this.joinHere();
    return room;
  }

  async sees(...others: readonly Person[]): Promise<void> {
    await expect(this.tiles).toHaveCount(others.length + 1);
    for (const other of others) {
      await expect(this.tile(other)).toHaveAttribute('data-state', 'connected');
    }
  }

  async openChat(): Promise<void> {
    await this.controls.getByRole('button', { name: /^Chat/ }).click();
    await expect(this.page.getByRole('complementary', { name: 'Chat' })).toBeVisible();
  }

  async openPeople(): Promise<void> {
    await this.controls.getByRole('button', { name: /^People/ }).click();
    await expect(this.page.getByRole('complementary', { name: 'People' })).toBeVisible();
  }

  async choose(menuButton: string, item: string): Promise<void> {
    await this.button(menuButton).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async type(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.button('Send').click();
  }

  /** Writes a message and waits until the server has it. */
  async say(text: string): Promise<void> {
    await this.type(text);
    await expect(this.message(text)).toHaveAttribute('data-state', 'sent');
  }

  async leave(): Promise<void> {
    await this.controls.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(this.heading(/^You left/)).toBeVisible();
  }
}
