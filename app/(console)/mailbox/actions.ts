"use server";

import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { sendAgain } from "@/lib/messages/send-again";
import { action } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";

export const sendMessageAgain = action({
  name: "send a message again",
  needs: "returns:decide",
  input: z.strictObject({ messageId: idSchema, address: z.string().max(320) }),
  run: (ctx, input) => sendAgain(ctx, { ...input, hasServer: env.SMTP_URL !== undefined }),
  touches: () => ["returns"],
});
