import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Of the SignalR client no page needs what is for Node.js, for transports and browsers that are not served, and for stateful reconnects. */
const signalrForBrowsers: Plugin = {
  name: 'signalr-for-browsers',
  apply: 'build',
  transform(code, id) {
    const [, name] = /\/@microsoft\/signalr\/.*\/(\w+)\.js$/.exec(id) ?? [];
    return name && unusedOfSignalr.includes(name)
      ? `export class ${name} {}`
      : name &&
          code.replaceAll(
            /Platform\.isNode|typeof (fetch|AbortController) === "undefined"/g,
            'false',
          );
  },
};

const unusedOfSignalr = ['ServerSentEventsTransport', 'XhrHttpClient', 'MessageBuffer'];

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
