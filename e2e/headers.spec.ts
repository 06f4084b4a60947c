import { test as base, expect } from "./fixtures";

const test = base.extend({ as: null });

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=()",
  "x-robots-tag": "noindex, nofollow",
};
/** A browser's own viewer of PDF needs something to be shown from. */
const PAPER = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PUBLIC = [
  ["/robots.txt", "text/plain"],
  ["/manifest.webmanifest", "application/manifest+json"],
  ["/icon.svg", "image/svg+xml"],
  ["/icon-192.png", "image/png"],
  ["/apple-icon.png", "image/png"],
  ...["orders", "returns", "shopify", "aliexpress"].map((name) => [`/examples/${name}.csv`, "text/csv"]),
] as const;

test("Every answer carries the headers of security, its id and a policy: pages, files, errors, redirects", async ({
  request,
}) => {
  const signIn = await (await request.get("/signin")).text();
  const [, chunk] = /src="(\/_next\/static\/[^"?]+\.js)/.exec(signIn) ?? [];
  const ids = new Set<string>();
  const look = async (method: string, path: string, status: number, policy: RegExp | string) => {
    const answer = await request.fetch(path, { method, maxRedirects: 0 });
    const headers = answer.headers();
    expect({ path, status: answer.status(), ...headers }).toMatchObject({ path, status, ...ALWAYS });
    expect(headers["content-security-policy"], path).toMatch(policy);
    expect(headers, path).not.toHaveProperty("x-powered-by");
    // Told only where the address is https.
    expect(headers, path).not.toHaveProperty("strict-transport-security");
    ids.add(headers["x-request-id"] ?? "");
    return headers;
  };
  const page = /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'; .*frame-ancestors 'none'/;
  const asked = [
    await look("GET", "/signin", 200, page),
    await look("GET", "/returns", 307, page),
    await look("GET", "/no-such-page", 404, page),
    await look("GET", "/api/health", 200, /default-src/),
    await look("GET", "/api/handovers/csv", 401, /default-src/),
    await look("POST", "/api/uploads", 403, NOTHING),
    await look("POST", "/api/imports", 403, NOTHING),
    await look("POST", "/api/labels", 403, PAPER),
    await look("POST", "/api/labels/check", 403, PAPER),
    await look("GET", "/api/files/00000000-0000-7000-8000-000000000000", 401, NOTHING),
    await look("GET", String(chunk), 200, NOTHING),
    await look("GET", "/_next/static/none.js", 404, /default-src/),
  ];
  for (const [path, type] of PUBLIC) {
    const headers = await look("GET", path, 200, NOTHING);
    expect(headers["content-type"], path).toContain(type);
    asked.push(headers);
  }
  expect(ids.size).toBe(asked.length);
  expect(await (await request.get("/robots.txt")).text()).toContain("Disallow: /");
});
