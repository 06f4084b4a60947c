"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { env } from "@/lib/env";
import { idSchema } from "@/lib/id-schema";
import { sendAgain } from "@/lib/notifications/send-again";

export const sendMessageAgain = action({
  name: "send a message again",
  needs: "returns:decide",
  input: z.strictObject({ messageId: idSchema, address: z.string().max(320) }),
  run: ({ db, session }, input) =>
    sendAgain(db, { sellerId: session.seller.id, hasServer: env.SMTP_URL !== undefined, ...input }),
  touches: () => ["returns"],
});
