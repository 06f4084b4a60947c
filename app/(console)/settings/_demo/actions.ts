"use server";

import { action } from "@/lib/action";
import * as demo from "@/lib/demo/remove-demo";

export const removeDemo = action({
  name: "demo.remove",
  needs: "demo:remove",
  input: demo.removeDemoSchema,
  run: ({ db, session, now }, input) =>
    demo.removeDemo(db, { sellerId: session.seller.id, userId: session.user.id, now }, input),
  touches: () => ["channels", "returns"],
});
