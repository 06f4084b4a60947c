import { describe, expect, it } from "vitest";
import { PERMISSIONS_OF } from "@/lib/permissions";
import type { OpenMove } from "@/lib/policy/lifecycle";
import { actionViews } from "./action-views";

const moves: OpenMove[] = [
  { move: "authorize", refusal: null },
  { move: "close", refusal: { code: "prepaid_eligible" } },
  { move: "undo", refusal: { code: "nothing_to_undo" } },
];

describe("actionViews", () => {
  it("S2-02 shows a refused act with its reason, and leaves out what there is nothing to say about", () => {
    expect(actionViews(moves, PERMISSIONS_OF.agent)).toEqual([
      { move: "authorize", refusal: null },
      { move: "close", refusal: { code: "prepaid_eligible" } },
    ]);
  });

  it.each(["viewer", "warehouse", "support"] as const)("shows %s every act as refused by the role", (role) => {
    expect(actionViews(moves, PERMISSIONS_OF[role]).map(({ refusal }) => refusal?.code)).toEqual([
      "forbidden",
      "forbidden",
    ]);
  });
});
