import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Lightning CSS, called by Tailwind, would lower `light-dark()` for browsers that the app does not serve.
  plugins: [react(), tailwind({ optimize: false })],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The first of each that know `light-dark()`, nesting and `text-wrap`.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // Inlined data: URLs would need a wider policy than `'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
