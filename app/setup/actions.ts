"use server";

import { refusedField } from "@/lib/accounts/refused-fields";
import { setUp } from "@/lib/accounts/set-up";
import { setUpSchema } from "@/lib/accounts/set-up-input";
import { publicAction } from "@/lib/action";

export const setUpProduct = publicAction({
  name: "set up",
  input: setUpSchema,
  run: async ({ db, now }, input) => {
    const answer = await setUp(db, input, now);
    return answer.ok ? answer : refusedField(answer.refusal, { email: "owner.email", password: "owner.password" });
  },
});
