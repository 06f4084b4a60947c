"use server";

import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { textsOf } from "@/lib/kernel/posted";
import { refuse } from "@/lib/kernel/result";
import { publicAction } from "@/lib/platform/action";
import { publicCtx } from "@/lib/platform/ctx";
import { env } from "@/lib/platform/env";
import { readResetToken } from "@/lib/platform/link-token";
import { native } from "@/lib/platform/native";
import { enterNatively } from "@/lib/team/auth";
import { refusedField } from "@/lib/team/refused-fields";
import { resetPassword } from "@/lib/team/reset-password";

/** Sets a new password for whoever holds the link. */
export const chooseNewPassword = publicAction({
  name: "reset password",
  input: z.strictObject({ token: z.string().max(200), password: z.string().min(1).max(1000) }),
  run: async (ctx, { token, password }) => {
    const resetId = readResetToken(env.NEXTAUTH_SECRET, token);
    if (!resetId) return refuse({ code: "not_found" });
    const answer = await resetPassword(ctx, { resetId, password });
    return answer.ok ? answer : refusedField(answer.refusal, { password: "password" });
  },
});

export const postNewPassword = native(chooseNewPassword, {
  read: (form) => textsOf(form, ["token", "password"]),
  leadsTo: async ({ email }, form) => {
    await enterNatively(publicCtx(), { email, ...textsOf(form, ["password"]) });
    return paths.home;
  },
});
