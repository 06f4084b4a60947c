import "server-only";
import { cookies, headers } from "next/headers";
import { userAgentFromString } from "next/server";
import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ok, type Result } from "@/lib/kernel/result";
import { addressKey } from "@/lib/platform/client-address";
import type { PublicCtx } from "@/lib/platform/ctx";
import { env } from "@/lib/platform/env";
import { refusalOf } from "@/lib/platform/failure";
import { deviceToken, readDeviceToken } from "@/lib/platform/link-token";
import { safePath } from "@/lib/platform/safe-path";
import {
  cookieName,
  cookieOptions,
  readSessionCookie,
  readToken,
  SESSION_SECONDS,
  type SessionToken,
} from "@/lib/platform/session-cookie";
import { signInError } from "@/lib/policy/sign-in-error";
import { endSessions } from "./end-sessions";
import { signIn } from "./sign-in";

type Given = { email: string; password: string };

/** Opens a session, closes the one the browser came with, and keeps by what the browser is known. */
async function enter({ db, now }: PublicCtx, given: Given): Promise<Result<SessionToken, ActionRefusal>> {
  const signedIn = await attempt({ db, now }, given);
  if (!signedIn.ok) return signedIn;
  const before = await readSessionCookie();
  if (before) await endSessions(db, before, now);
  const { userId, sessionId, deviceId } = signedIn.value;
  const options = { ...cookieOptions(), maxAge: DEVICE_SECONDS };
  (await cookies()).set(cookieName("device"), deviceToken(env.NEXTAUTH_SECRET, deviceId), options);
  return ok({ userId, sessionId });
}

/** The same, with the session's cookie set here: for a form that the browser posts itself. */
export async function enterNatively(ctx: PublicCtx, given: Given): Promise<Result<null, ActionRefusal>> {
  const entered = await enter(ctx, given);
  if (!entered.ok) return entered;
  const token = await encode({ token: entered.value, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
  (await cookies()).set(cookieName("session"), token, { ...cookieOptions(), maxAge: SESSION_SECONDS });
  return ok(null);
}

/** Renewed with every sign-in; no browser keeps a cookie longer. */
const DEVICE_SECONDS = 400 * 24 * 60 * 60;

/** What the browser was known by when it was signed in before, and what it calls itself: "Chrome, Windows". */
async function readDevice() {
  const token = (await cookies()).get(cookieName("device"))?.value;
  const { browser, os } = userAgentFromString((await headers()).get("user-agent") ?? undefined);
  const name = [browser.name, os.name].filter(Boolean).join(", ").slice(0, 60);
  return { id: token ? readDeviceToken(env.NEXTAUTH_SECRET, token) : null, name: name || null };
}

async function attempt(ctx: PublicCtx, given: Given) {
  try {
    return await signIn(ctx, {
      ...given,
      // One true address: see prepareServer.
      addressKey: addressKey((await headers()).get("x-forwarded-for") ?? ""),
      device: await readDevice(),
      lastsSeconds: SESSION_SECONDS,
      hasSupport: env.PLATFORM_SUPPORT,
    });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error, "sign-in") } as const;
  }
}

const typed = z.object({ email: z.string().max(320), password: z.string().max(1000) });

/** Opens a session for next-auth, which carries its cookie. What it throws travels to the form as a code. */
async function authorize(raw: unknown): Promise<{ id: string; sessionId: string; userId: string } | null> {
  const given = typed.safeParse(raw);
  if (!given.success) return null;
  const entered = await enter({ db, now: new Date() }, given.data);
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
