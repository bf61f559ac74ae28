import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The SignalR client has code for Node.js, which no browser needs to load. */
const signalrForBrowsers: Plugin = {
  name: 'signalr-for-browsers',
  apply: 'build',
  transform: (code, id) =>
    id.includes('/@microsoft/signalr/')
      ? code.replaceAll(/Platform\.isNode|typeof (fetch|AbortController) === "undefined"/g, 'false')
      : undefined,
};

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), signalrForBrowsers],
  publicDir: false,
  base: '/dist/',
  build: {
    outDir: '../../wwwroot/dist',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: 'src/main.tsx',
      output: {
        entryFileNames: 'main.js',
        chunkFileNames: '[name]-[hash:8].js',
        assetFileNames: '[name][extname]',
        codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
  },
});
