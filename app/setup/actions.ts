"use server";

import { refusedField } from "@/lib/accounts/refused-fields";
import { setUp } from "@/lib/accounts/set-up";
import { setUpSchema } from "@/lib/accounts/set-up-input";
import { publicAction } from "@/lib/action";
import { env } from "@/lib/env";

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
