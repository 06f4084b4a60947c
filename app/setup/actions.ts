"use server";

import { paths } from "@/lib/i18n/paths";
import { publicAction } from "@/lib/platform/action";
import { publicCtx } from "@/lib/platform/ctx";
import { env } from "@/lib/platform/env";
import { native } from "@/lib/platform/native";
import { enterNatively } from "@/lib/team/auth";
import { refusedField } from "@/lib/team/refused-fields";
import { setUp } from "@/lib/team/set-up";
import { setUpSchema } from "@/lib/team/set-up-input";
import { readSetUp } from "./_components/read-set-up";

export const setUpProduct = publicAction({
  name: "set up",
  input: setUpSchema,
  run: async (ctx, input) => {
    const answer = await setUp(ctx, { ...input, codeHash: env.SETUP_CODE_HASH });
    return answer.ok
      ? answer
      : refusedField(answer.refusal, { code: "code", email: "owner.email", password: "owner.password" });
  },
});

export const postSetUp = native(setUpProduct, {
  read: readSetUp,
  leadsTo: async (_, form) => {
    const { owner } = readSetUp(form);
    await enterNatively(publicCtx(), owner);
    return paths.returns();
  },
});
