"use server";

import { z } from "zod";
import { leaveSeller } from "@/lib/accounts/switch-seller";
import { accountAction } from "@/lib/action";

/** Platform support leaves the shop it looks at. */
export const leaveShop = accountAction({
  name: "leave shop",
  input: z.strictObject({}),
  run: ({ db, session, now }) => leaveSeller(db, { sessionId: session.sessionId, userId: session.user.id, now }),
});
