import { NextRequest } from "next/server";
import { afterEach, expect, it, vi } from "vitest";
import { proxy } from "./proxy";

const OWN = "https://returns.pine.net";
afterEach(() => vi.unstubAllEnvs());

const statusOf = (method: string, origin: string | null, path = "/returns") => {
  vi.stubEnv("NEXTAUTH_URL", OWN);
  const headers = new Headers({ "next-action": "x", ...(origin === null ? {} : { origin }) });
  return proxy(new NextRequest(`${OWN}${path}`, { method, headers })).status;
};

it("Z12 what another site sends is a 403, whatever it asks for; reading a page is not asked where it comes from", () => {
  for (const origin of ["https://evil.test", "null", null, "http://returns.pine.net", `${OWN}.evil.test`])
    expect(statusOf("POST", origin)).toBe(403);
  expect(statusOf("DELETE", "https://evil.test")).toBe(403);
  expect(statusOf("POST", OWN)).toBe(200);
  expect(statusOf("GET", "https://evil.test")).toBe(200);
});

it("Z12 leaves a route to say itself whether it is asked from elsewhere", () => {
  expect(statusOf("POST", "https://evil.test", "/api/channel")).toBe(200);
  for (const path of ["/apis", "/returns/api/x", "/"]) expect(statusOf("POST", "https://evil.test", path)).toBe(403);
});
