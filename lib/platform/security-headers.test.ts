import { expect, test } from "vitest";
import { pagePolicy, securityHeaders } from "./security-headers";

test("a browser is told to insist on https where the address is https, and nowhere else", () => {
  expect(securityHeaders("https://returns.example.com", "/")).toMatchObject({
    "strict-transport-security": "max-age=31536000; includeSubDomains",
  });
  expect(securityHeaders("http://localhost:3000", "/")).not.toHaveProperty("strict-transport-security");
  expect(pagePolicy("n", "https://returns.example.com", false)).toContain("upgrade-insecure-requests");
  expect(pagePolicy("n", "http://localhost:3000", false)).not.toContain("upgrade-insecure-requests");
});

test.each([
  ["/api/files/1", "default-src 'none'; "],
  ["/api/labels?ids=1", "base-uri 'none'; "],
  ["/api/returns/1/label", "base-uri 'none'; "],
  ["/api/labels-of-others", "default-src 'none'; "],
])("what is no page loads nothing, but for the browser's own viewer of labels: %s", (path, begins) => {
  const policy = securityHeaders("http://localhost:3000", path)["content-security-policy"];
  expect(policy?.startsWith(begins)).toBe(true);
  expect(policy).toContain("frame-ancestors 'none'");
});

test("a page runs what carries its nonce and nothing else", () => {
  const policy = pagePolicy("abc", "https://returns.example.com", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe-eval");
});
