"use server";

import { z } from "zod";
import { LOCALES } from "@/lib/kernel/locale";
import { ok } from "@/lib/kernel/result";
import { accountAction } from "@/lib/platform/action";
import { changePassword } from "@/lib/team/change-password";
import { refusedField } from "@/lib/team/refused-fields";
import { saveLanguage } from "@/lib/team/save-own";

export const changeOwnPassword = accountAction({
  name: "change password",
  input: z.strictObject({ currentPassword: z.string().min(1).max(1000), newPassword: z.string().min(1).max(1000) }),
  run: async (ctx, { currentPassword: current, newPassword: next }) => {
    const answer = await changePassword(ctx, { current, next });
    return answer.ok ? answer : refusedField(answer.refusal, { current: "currentPassword", password: "newPassword" });
  },
});

export const saveMailLanguage = accountAction({
  name: "mail language",
  input: z.strictObject({ locale: z.enum(LOCALES).nullable() }),
  run: async (ctx, input) => {
    await saveLanguage(ctx, input);
    return ok(null);
  },
  touches: () => [],
});
