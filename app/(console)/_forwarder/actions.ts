"use server";

import { forwarderAnswerSchema } from "@/lib/forwarder/answer-forwarder";
import { answerMany } from "@/lib/forwarder/answer-many";
import { refuse } from "@/lib/kernel/result";
import { action } from "@/lib/platform/action";

/** S3-09, S3-12, S3-13: what the forwarder says of the parcels of some returns. One that is refused alone is refused. */
export const tellForwarderAnswer = action({
  name: "forwarder.answer",
  needs: "returns:decide",
  input: forwarderAnswerSchema,
  run: async (ctx, form) => {
    const outcome = await answerMany(ctx, form);
    if (!outcome.ok) return outcome;
    const { refused, returnIds } = outcome.value;
    const [first] = refused;
    return first && returnIds.length === 0 && form.returnIds.length === 1 ? refuse(first.refusal) : outcome;
  },
  touches: () => ["returns"],
});
