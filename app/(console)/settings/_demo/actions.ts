"use server";

import * as demo from "@/lib/demo/remove-demo";
import { action } from "@/lib/platform/action";

export const removeDemo = action({
  name: "demo.remove",
  needs: "demo:remove",
  input: demo.removeDemoSchema,
  run: demo.removeDemo,
  touches: () => ["channels", "returns"],
});
