import type { BrowserContext, Page } from '@playwright/test';

/** Everything a page may not do, whatever the test is about: errors on the console, uncaught exceptions, requests to elsewhere. */
export class Watch {
  private readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(private readonly origin: string) {}

  /** The rest of the test provokes this: the browser itself logs every refused request and broken socket. */
  expect(...patterns: readonly RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** The server goes away, and nothing answers for a while. */
  expectOutage(): void {
    this.expect(/WebSocket connection/, /ERR_(CONNECTION|EMPTY)/);
  }

  get problems(): readonly string[] {
    return this.seen.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }

  async attach(context: BrowserContext): Promise<void> {
    await context.addInitScript(reportPolicyViolations);
    context.on('request', (request) => this.checkOrigin(request.url()));
    context.on('weberror', (error) => this.seen.push(`exception: ${error.error().stack ?? ''}`));
    context.on('console', (message) => {
      if (message.type() === 'error') {
        this.seen.push(`console: ${message.text()} ${message.location().url}`);
      }
    });
    context.on('page', (page) => this.attachPage(page));
  }

  private attachPage(page: Page): void {
    page.on('websocket', (socket) => this.checkOrigin(socket.url()));
    page.on('crash', () => this.seen.push('the page crashed'));
  }

  private checkOrigin(address: string): void {
    const url = new URL(address.replace(/^ws/, 'http'));
    if (/^https?:$/.test(url.protocol) && url.origin !== this.origin) {
      this.seen.push(`request to another origin: ${address}`);
    }
  }
}

function reportPolicyViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
  });
}
