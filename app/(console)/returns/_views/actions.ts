"use server";

import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { action } from "@/lib/platform/action";
import { VIEW_NAME_AT_MOST, VIEW_QUERY_AT_MOST } from "@/lib/policy/limits";
import * as views from "@/lib/returns/saved-views";
import { viewQuery } from "./view-query";

const RETURNS = () => ["returns"] as const;

/** Keeps a list, or changes one of one's own; only what an address of the list can say is kept. */
export const saveView = action({
  name: "views.save",
  needs: "returns:read",
  input: z.strictObject({
    id: idSchema,
    name: z.string().trim().min(1).max(VIEW_NAME_AT_MOST),
    query: z.string().max(VIEW_QUERY_AT_MOST).transform(viewQuery),
    isShared: z.boolean(),
  }),
  run: views.saveView,
  touches: RETURNS,
});

export const deleteView = action({
  name: "views.delete",
  needs: "returns:read",
  input: z.strictObject({ id: idSchema }),
  run: views.deleteView,
  touches: RETURNS,
});
