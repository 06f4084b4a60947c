"use server";

import { action } from "@/lib/platform/action";
import { matchInput, matchParcel } from "@/lib/receiving/unidentified";

export const matchScanned = action({
  name: "receive.match",
  needs: "parcels:receive",
  input: matchInput,
  run: matchParcel,
  touches: () => ["returns"] as const,
});
