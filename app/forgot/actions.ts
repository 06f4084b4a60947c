"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { z } from "zod";
import { canonicalEmail } from "@/lib/kernel/email";
import { textsOf } from "@/lib/kernel/posted";
import { ok, refuse } from "@/lib/kernel/result";
import { publicAction } from "@/lib/platform/action";
import { addressKey } from "@/lib/platform/client-address";
import { log } from "@/lib/platform/log";
import { native } from "@/lib/platform/native";
import { bookReset, mailReset } from "@/lib/team/reset-password";

/** Asks for a link to a new password; the answer is the same, and as quick, whether the address is known or not. */
export const askForReset = publicAction({
  name: "ask for password reset",
  input: z.strictObject({ email: z.string().max(320) }),
  run: async (ctx, { email: typed }) => {
    const email = canonicalEmail(typed);
    if (!email) return refuse({ code: "invalid", fields: { email: ["bad_email"] } });
    // One true address: see prepareServer.
    const from = addressKey((await headers()).get("x-forwarded-for") ?? "");
    const booked = await bookReset(ctx, { email, addressKey: from });
    if (!booked.ok) return booked;
    after(() =>
      mailReset(ctx, { email }).catch((error: unknown) => log.error({ err: error }, "a reset was not mailed")),
    );
    return ok(null);
  },
});

export const postReset = native(askForReset, { read: (form) => textsOf(form, ["email"]) });
