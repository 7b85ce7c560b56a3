import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Libraries change less often than the product: kept apart, a browser loads them once. */
const libraries = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
  { name: 'shell', test: /node_modules[\\/](@tanstack|i18next|react-i18next)[\\/]/, priority: 20 },
]

// biome-ignore lint/style/noDefaultExport: Vite reads the default export
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: libraries } } },
  },
  server: {
    host: '127.0.0.1',
    port: 7301,
    proxy: { '/api': 'http://127.0.0.1:7300' },
  },
})
