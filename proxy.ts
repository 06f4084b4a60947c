import { type NextRequest, NextResponse } from "next/server";
import { isOwnOrigin } from "./lib/platform/own-origin";
import { pagePolicy } from "./lib/platform/security-headers";

const isDevelopment = process.env.NODE_ENV === "development";

const READS = new Set(["GET", "HEAD"]);

/** A route says itself who may ask from where (lib/platform/route): another system that shows a key comes from anywhere. */
const isRoute = ({ nextUrl }: NextRequest): boolean => nextUrl.pathname.startsWith("/api/");

const isForeign = (request: NextRequest): boolean =>
  !READS.has(request.method) &&
  !isRoute(request) &&
  !isOwnOrigin(request.headers.get("origin"), process.env.NEXTAUTH_URL ?? "");

/**
 * Headers, and a plain answer to what was sent from elsewhere, which Next would call its own error. It guards nothing: the
 * guard is in lib/platform/session and lib/platform/guard, and holds without this file.
 */
export function proxy(request: NextRequest): NextResponse {
  if (isForeign(request)) return NextResponse.json({ ok: false, refusal: { code: "foreign_origin" } }, { status: 403 });
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, process.env.NEXTAUTH_URL ?? "", isDevelopment);
  const headers = new Headers(request.headers);
  // Overwritten, whatever the caller sent: Next takes the nonce of its scripts from here.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export const config = {
  // Uploads must not pass here: behind a proxy Next keeps only the first 10 MiB of a body. Files, and what lies in
  // public, carry a policy of their own, which this one would replace.
  matcher: [
    "/((?!api/uploads|api/imports|api/files|api/labels|api/returns/[^/]+/label|r/[^/]+/[^/]+/label|_next/static|examples/|icon|apple-icon|manifest.webmanifest|robots.txt|favicon.ico).*)",
  ],
};
