import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "./env";

/** How long a sign-in lasts, in seconds, whatever is done meanwhile. */
export const SESSION_SECONDS = 12 * 60 * 60;

const isSecure = () => env.NEXTAUTH_URL.startsWith("https:");

/** The name carries the instance, because cookies ignore ports. */
export const cookieName = (what: "session" | "csrf" | "callback" | "device") =>
  `${isSecure() ? "__Host-" : ""}homeward-${env.INSTANCE_ID}.${what}`;

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** Of a buyer's page: below the path of its one return, where it is sent and nowhere else. */
export const buyerCookieName = () => `${isSecure() ? "__Secure-" : ""}homeward-${env.INSTANCE_ID}.buyer`;

/** A cookie as a route answers it. */
export type SetCookie = { name: string; value: string; path: string; seconds: number };
export const setCookie = ({ name, value, path, seconds }: SetCookie): string =>
  `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;

const tokenSchema = z.object({ sessionId: z.uuid(), userId: z.uuid() });
export type SessionToken = z.infer<typeof tokenSchema>;

/** The two ids a token carries, if it carries them. */
export function readToken(payload: unknown): SessionToken | null {
  const parsed = tokenSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}

/** What the request's cookie claims: two ids, and nothing that is believed without the session's row. */
export async function readSessionCookie(): Promise<SessionToken | null> {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (!token) return null;
  try {
    return readToken(await decode({ token, secret: env.NEXTAUTH_SECRET }));
  } catch {
    // Not ours, expired or tampered with: the same as no cookie.
    return null;
  }
}
