import type { Config } from "tailwindcss";

/** Tokens live in app/tokens.css; this names where classes are written. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
} satisfies Config;
