import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import { env } from "@/lib/platform/env";
import { safePath } from "@/lib/platform/safe-path";
import { cookieName, cookieOptions, readToken, SESSION_SECONDS } from "@/lib/platform/session-cookie";
import { signInError } from "@/lib/policy/sign-in-error";
import { endSessions } from "./end-sessions";
import { enter } from "./enter";

const typed = z.object({ email: z.string().max(320), password: z.string().max(1000) });

/** Opens a session for next-auth, which carries its cookie. What it throws travels to the form as a code. */
async function authorize(raw: unknown): Promise<{ id: string; sessionId: string; userId: string } | null> {
  const given = typed.safeParse(raw);
  if (!given.success) return null;
  const entered = await enter(db, given.data, new Date());
  if (!entered.ok) throw new Error(signInError(entered.refusal));
  return { id: entered.value.userId, ...entered.value };
}

/** next-auth carries the cookie; the session's row, read in lib/platform/session, decides what it is worth. */
export const authOptions = (): NextAuthOptions => ({
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: paths.signIn(), signOut: paths.signIn(), error: paths.signIn() },
  useSecureCookies: env.NEXTAUTH_URL.startsWith("https:"),
  cookies: {
    sessionToken: { name: cookieName("session"), options: cookieOptions() },
    csrfToken: { name: cookieName("csrf"), options: cookieOptions() },
    callbackUrl: { name: cookieName("callback"), options: cookieOptions() },
  },
  providers: [credentials({ credentials: { email: {}, password: {} }, authorize })],
  callbacks: {
    // Two ids and nothing else: what a client asks to have updated is not looked at.
    jwt: ({ token, user }) => readToken(user) ?? readToken(token) ?? {},
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => baseUrl + safePath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
  },
  events: {
    signOut: async ({ token }) => {
      const ids = readToken(token);
      if (ids) await endSessions(db, ids, new Date());
    },
  },
});
