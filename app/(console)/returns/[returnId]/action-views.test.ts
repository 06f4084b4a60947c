import { describe, expect, it } from "vitest";
import type { OpenMove } from "@/lib/policy/machines/return/return-machine";
import { PERMISSIONS_OF } from "@/lib/policy/permissions";
import { actionViews } from "./action-views";

const status = "authorization_required" as const;
const moves: OpenMove[] = [
  { move: "authorize", refusal: null },
  { move: "close", refusal: { code: "prepaid_eligible" } },
  { move: "withdraw", refusal: null },
  { move: "undo", refusal: { code: "nothing_to_undo" } },
];

describe("actionViews", () => {
  it("S2-02 shows a refused act with its reason, and leaves out what there is nothing to say about", () => {
    expect(actionViews({ moves, status, permissions: PERMISSIONS_OF.agent })).toEqual([
      { move: "authorize", refusal: null, isButton: true, key: "a" },
      { move: "close", refusal: { code: "prepaid_eligible" }, isButton: true, key: "c" },
      { move: "withdraw", refusal: null, isButton: false, key: null },
    ]);
  });

  it("says of a decision that the status rules out that it does", () => {
    const views = actionViews({ moves: [], status: "completed", permissions: PERMISSIONS_OF.owner });
    expect(views.map(({ move, refusal }) => [move, refusal?.code])).toEqual([
      ["authorize", "wrong_status"],
      ["close", "wrong_status"],
      ["withdraw", "wrong_status"],
    ]);
  });

  it.each(["viewer", "warehouse", "support"] as const)("shows %s every act as refused by the role", (role) => {
    const views = actionViews({ moves, status, permissions: PERMISSIONS_OF[role] });
    expect(new Set(views.map(({ refusal }) => refusal?.code))).toEqual(new Set(["forbidden"]));
  });
});
