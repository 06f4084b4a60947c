import { ok } from "@/lib/kernel/result";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { getSession } from "@/lib/platform/session";

/** Who is signed in now, for a page that was drawn earlier. */
export const GET = (): Promise<Response> =>
  answering("session", async () => {
    const session = await getSession();
    return session ? Response.json(ok({ email: session.user.email })) : refusedResponse({ code: "signed_out" });
  });
