import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Watch } from './watch';
import { word, type Language } from './words';

/** One person with a browser of their own: what they can do, in the words of the interface contract. */
export class Person {
  constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly watch: Watch,
    readonly language: Language = 'en',
  ) {}

  /** What the page calls this in the person's language. */
  word(text: string): string | RegExp {
    return word(text, this.language);
  }

  get controls(): Locator {
    return this.page.getByRole('toolbar', { name: this.word('Call controls') });
  }

  get messages(): Locator {
    return this.page.getByRole('log', { name: this.word('Messages') });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: this.word('Message'), exact: true });
  }

  /** What was said, in the order it stands there: the parts of all messages that match. */
  async said(pattern: RegExp): Promise<string[]> {
    const texts = await this.messages.getByTestId('message').allInnerTexts();
    return texts.flatMap((text) => text.match(pattern) ?? []);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name: this.translated(name), exact: true });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name: this.translated(name), exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name: this.translated(name), exact: true });
  }

  status(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: this.translated(text) });
  }

  textbox(name: string): Locator {
    return this.page.getByRole('textbox', { name: this.word(name), exact: true });
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name: this.word(name), exact: true });
  }

  panel(name: 'Chat' | 'People'): Locator {
    return this.page.getByRole('complementary', { name: this.word(name) });
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
    await this.page.getByRole('textbox', { name: this.startingWith('Room title') }).fill(title);
    await this.button('Start room').click();
    await expect(this.heading(title === '' ? 'Untitled room' : title)).toBeVisible();
    return new URL(this.page.url()).pathname;
  }

  async fillName(): Promise<void> {
    await this.textbox('Your name').fill(this.name);
  }

  async joinHere(button: string | RegExp = 'Join now'): Promise<void> {
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

  /** With chat only it is open from the start. */
  async openChat(): Promise<void> {
    await this.openPanel('Chat');
  }

  /** On a phone they cover the controls. A panel that is open may still be on its way. */
  async closePanels(): Promise<void> {
    for (const name of ['Chat', 'People']) {
      const opener = this.controls.getByRole('button', {
        name: this.startingWith(name),
        expanded: true,
      });
      const close = this.button(`Close ${name.toLowerCase()}`);
      if ((await opener.isVisible()) || (await close.isVisible())) {
        await close.click();
      }
    }
  }

  /** On a phone it is in the menu. */
  async openPeople(): Promise<void> {
    await expect(this.controls).toBeVisible();
    if (await this.panel('People').isVisible()) {
      return;
    }
    await this.closePanels();
    const name = this.startingWith('People');
    if (await this.controls.getByRole('button', { name }).isVisible()) {
      await this.openPanel('People');
      return;
    }
    await this.button('More').click();
    await this.page.getByRole('menuitem', { name }).click();
    await expect(this.panel('People')).toBeVisible();
  }

  async choose(menuButton: string, item: string): Promise<void> {
    await this.button(menuButton).click();
    await this.menuItem(item).click();
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
    await this.controls.getByRole('button', { name: this.word('Leave'), exact: true }).click();
    await expect(this.button('Rejoin')).toBeVisible();
  }

  private async openPanel(name: 'Chat' | 'People'): Promise<void> {
    const opener = this.controls.getByRole('button', { name: this.startingWith(name) });
    if ((await opener.getAttribute('aria-expanded')) !== 'true') {
      await opener.click();
    }
    await expect(this.panel(name)).toBeVisible();
  }

  private startingWith(text: string): RegExp {
    const found = this.word(text);
    return typeof found === 'string'
      ? new RegExp(`^${found}`)
      : new RegExp(found.source.replace(/\$$/, ''));
  }

  private translated(name: string | RegExp): string | RegExp {
    return typeof name === 'string' ? this.word(name) : name;
  }
}
