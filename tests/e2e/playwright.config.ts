import { defineConfig } from '@playwright/test';
import { chromium } from './support/browser';

// Two cores: one test at a time. Four browsers' worth of pictures in one test is all that they carry.
export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  globalTimeout: 45 * 60_000,
  maxFailures: 25,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/results.json' },
    ],
  ],
  use: {
    launchOptions: chromium(),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    screenshot: 'off',
    trace: 'off',
  },
});
