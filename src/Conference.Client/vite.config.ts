import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const neverMade = ['ServerSentEventsTransport', 'XhrHttpClient', 'MessageBuffer'];
const neverTrue =
  /Platform\.is(Node|ReactNative|WebWorker)|typeof (fetch|AbortController) === "undefined"|typeof XMLHttpRequest !== "undefined"/g;
const ownDescription = /export function getUserAgentHeader\(\) \{.*?\n\}/s;

/**
 * Of the SignalR client no page needs what is for Node.js, for transports and browsers that are not served, for stateful reconnects, and for
 * telling which client it is.
 */
const signalrForBrowsers: Plugin = {
  name: 'signalr-for-browsers',
  apply: 'build',
  transform(code, id) {
    const [, name] = /\/@microsoft\/signalr\/.*\/(\w+)\.js$/.exec(id) ?? [];
    if (name && neverMade.includes(name)) {
      return `export class ${name} {}`;
    }
    return name && code.replaceAll(neverTrue, 'false').replace(ownDescription, saysNothing);
  },
};

const saysNothing = 'export const getUserAgentHeader = () => ["X-SignalR-User-Agent", ""];';

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
    // A page that fetches its parts from its own server alone cannot fetch them from addresses with data in them.
    assetsInlineLimit: (file) => (/\.(binarypb|tflite|wasm)$/.test(file) ? false : undefined),
    minify: 'terser',
    terserOptions: { ecma: 2020 },
    rollupOptions: {
      input: 'src/main.tsx',
      output: {
        entryFileNames: 'main.js',
        chunkFileNames: '[name]-[hash:8].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? '[name][extname]' : '[name]-[hash:8][extname]',
        codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] },
      },
    },
  },
  worker: {
    format: 'es',
    rollupOptions: {
      output: {
        entryFileNames: '[name]-[hash:8].js',
        assetFileNames: '[name]-[hash:8][extname]',
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
  },
});
