"use server";

import { publicAction } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";
import { refusedField } from "@/lib/team/refused-fields";
import { setUp } from "@/lib/team/set-up";
import { setUpSchema } from "@/lib/team/set-up-input";

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
