"use server";

import * as demo from "@/lib/demo/remove-demo";
import { action } from "@/lib/platform/action";

export const removeDemo = action({
  name: "demo.remove",
  needs: "demo:remove",
  input: demo.removeDemoSchema,
  run: ({ db, session, now }, input) =>
    demo.removeDemo(db, { sellerId: session.seller.id, userId: session.user.id, now }, input),
  touches: () => ["channels", "returns"],
});
