"use server";

import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import { publicAction } from "@/lib/platform/action";
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
  run: async ({ db, now }, input) => {
    const answer = await setUp(db, input, { now, codeHash: env.SETUP_CODE_HASH });
    return answer.ok
      ? answer
      : refusedField(answer.refusal, { code: "code", email: "owner.email", password: "owner.password" });
  },
});

export const postSetUp = native(setUpProduct, {
  read: readSetUp,
  leadsTo: async (_, form) => {
    const { owner } = readSetUp(form);
    await enterNatively(db, owner, new Date());
    return paths.returns();
  },
});
