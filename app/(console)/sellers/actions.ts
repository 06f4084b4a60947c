"use server";

import { z } from "zod";
import { accountAction } from "@/lib/platform/action";
import { switchSeller } from "@/lib/team/switch-seller";

export const openSeller = accountAction({
  name: "open seller",
  input: z.strictObject({ sellerId: z.uuid(), reason: z.string().max(500).optional() }),
  run: switchSeller,
});
