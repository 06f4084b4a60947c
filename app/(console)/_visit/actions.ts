"use server";

import { z } from "zod";
import { accountAction } from "@/lib/platform/action";
import { leaveSeller } from "@/lib/team/switch-seller";

/** Platform support leaves the shop it looks at. */
export const leaveShop = accountAction({
  name: "leave shop",
  input: z.strictObject({}),
  run: leaveSeller,
});
