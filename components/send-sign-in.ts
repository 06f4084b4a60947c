import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { ok, refuse } from "@/lib/kernel/result";
import { readSignInError } from "@/lib/policy/sign-in-error";

/** One word of an answer; an answer of somebody else's, between us and the server, may be anything. */
async function wordOf(answer: Response, name: string): Promise<string> {
  const word: unknown = (await answer.json())?.[name];
  if (typeof word !== "string") throw new Error(`an answer without ${name}`);
  return word;
}

const csrfToken = async (): Promise<string> => wordOf(await fetch("/api/auth/csrf"), "csrfToken");

/** Signs in; also used to walk in right after setting the product up. */
export async function sendSignIn(email: string, password: string): Promise<ActionAnswer<null>> {
  const empty = Object.entries({ email: email.trim(), password }).filter(([, typed]) => typed === "");
  if (empty.length > 0)
    return refuse({ code: "invalid", fields: Object.fromEntries(empty.map(([name]) => [name, ["required"]])) });
  try {
    const body = new URLSearchParams({ email, password, csrfToken: await csrfToken(), json: "true" });
    const answer = await fetch("/api/auth/callback/credentials", { method: "POST", body });
    const { searchParams } = new URL(await wordOf(answer, "url"), window.location.href);
    const error = searchParams.get("error");
    if (error !== null) return refuse(readSignInError(error));
    return answer.ok && !searchParams.has("csrf") ? ok(null) : refuse({ code: "unreachable" });
  } catch {
    // No answer, or none of ours: offline, or the server is just starting.
    return refuse({ code: "unreachable" });
  }
}

/** Goes in with an account that was just made or given its password, to where its work begins or where it is told. */
export async function enterAs(email: string, password: string, to: string = paths.home): Promise<void> {
  // Where signing in by itself does not work, the page that follows is the sign-in page.
  await sendSignIn(email, password);
  window.location.replace(to);
}

async function signOut(): Promise<void> {
  const callbackUrl = paths.signIn();
  const body = new URLSearchParams({ csrfToken: await csrfToken(), callbackUrl, json: "true" });
  await fetch("/api/auth/signout", { method: "POST", body });
  // The page of the bench that this browser may have kept was this person's.
  await window.caches?.delete("homeward-bench");
  window.location.assign(callbackUrl);
}

/** Ends the session here and on the server, then shows the sign-in page. */
export const leave = (): void => void signOut();
