import "server-only";
import { cookies, headers } from "next/headers";
import { userAgentFromString } from "next/server";
import { encode } from "next-auth/jwt";
import type { Db } from "@/db/client";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ok, type Result } from "@/lib/kernel/result";
import { addressKey } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { refusalOf } from "@/lib/platform/failure";
import { deviceToken, readDeviceToken } from "@/lib/platform/link-token";
import {
  cookieName,
  cookieOptions,
  readSessionCookie,
  SESSION_SECONDS,
  type SessionToken,
} from "@/lib/platform/session-cookie";
import { endSessions } from "./end-sessions";
import { signIn } from "./sign-in";

type Given = { email: string; password: string };

/** Opens a session, closes the one the browser came with, and keeps by what the browser is known. */
export async function enter(db: Db, given: Given, now: Date): Promise<Result<SessionToken, ActionRefusal>> {
  const signedIn = await attempt(db, given, now);
  if (!signedIn.ok) return signedIn;
  const before = await readSessionCookie();
  if (before) await endSessions(db, before, now);
  const { userId, sessionId, deviceId } = signedIn.value;
  const options = { ...cookieOptions(), maxAge: DEVICE_SECONDS };
  (await cookies()).set(cookieName("device"), deviceToken(env.NEXTAUTH_SECRET, deviceId), options);
  return ok({ userId, sessionId });
}

/** The same, with the session's cookie set here: for a form that the browser posts itself. */
export async function enterNatively(db: Db, given: Given, now: Date): Promise<Result<null, ActionRefusal>> {
  const entered = await enter(db, given, now);
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

async function attempt(db: Db, given: Given, now: Date) {
  try {
    return await signIn(db, {
      ...given,
      // One true address: see prepareServer.
      addressKey: addressKey((await headers()).get("x-forwarded-for") ?? ""),
      device: await readDevice(),
      lastsSeconds: SESSION_SECONDS,
      hasSupport: env.PLATFORM_SUPPORT,
      now,
    });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error, "sign-in") } as const;
  }
}
