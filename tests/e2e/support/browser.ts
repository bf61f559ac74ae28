import type { LaunchOptions } from '@playwright/test';

/** The system's Chromium with two made-up cameras and microphones, and without traffic of its own. */
export function chromium(): LaunchOptions {
  return {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      // Four people are twelve encoders on two cores; five pictures a second prove as well that a picture moves.
      '--use-fake-device-for-media-stream=device-count=3,fps=5',
    ],
  };
}
