import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The desk, built into `dist/web`, from where the server serves it (scripts/steps.mjs calls it so). */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // light-dark() as it is: rewritten for older browsers it would not follow the switch of colours.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The map is the one large part, and is fetched by the views that have one.
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
});
