import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vitest/config';

const gateway = process.env.HOTLINE_GATEWAY ?? 'http://localhost:8080';
const behindTheGateway = ['/intake', '/dispatch', '/evaluation', '/reporting', '/auth'];

export default defineConfig({
  plugins: [
    vue(),
    // Each screen pulls in only the elements it uses; that keeps Element Plus out of the citizen's page.
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
  ],
  server: {
    port: 5173,
    // Keycloak builds its addresses from the forwarded host, so the browser stays on this origin.
    proxy: Object.fromEntries(
      behindTheGateway.map((path) => [path, { target: gateway, changeOrigin: false, xfwd: true }]),
    ),
  },
  build: {
    // Offices keep browsers for years; these have modules and fetch streams.
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    manifest: true,
    // Vite would inline small files as data: URLs, which the gateway's content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: 'happy-dom',
    // A page with many fields takes seconds where many builds share a processor.
    testTimeout: 20_000,
    include: ['test/**/*.test.ts'],
    // Node cannot load style sheets; what a page looks like is not asked there.
    alias: [
      {
        find: /^element-plus\/es\/components\/[\w-]+\/style\/css$/,
        replacement: fileURLToPath(new URL('test/noStyle.ts', import.meta.url)),
      },
    ],
  },
});
