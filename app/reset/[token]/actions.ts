"use server";

import { z } from "zod";
import { refuse } from "@/lib/kernel/result";
import { publicAction } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";
import { readResetToken } from "@/lib/platform/link-token";
import { refusedField } from "@/lib/team/refused-fields";
import { resetPassword } from "@/lib/team/reset-password";

/** Sets a new password for whoever holds the link. */
export const chooseNewPassword = publicAction({
  name: "reset password",
  input: z.strictObject({ token: z.string().max(200), password: z.string().min(1).max(1000) }),
  run: async ({ db, now }, { token, password }) => {
    const resetId = readResetToken(env.NEXTAUTH_SECRET, token);
    if (!resetId) return refuse({ code: "not_found" });
    const answer = await resetPassword(db, { resetId, password, now });
    return answer.ok ? answer : refusedField(answer.refusal, { password: "password" });
  },
});
