import { describe, expect, it } from "vitest";
import type { Outbound } from "../facts";
import { type Case, judge, reasonOf } from "../testing";

const on = (outbound: Outbound | null, deliveredOn: string | null = null): Case => ({
  order: { outbound, deliveredOn },
});

describe("an order that has not arrived", () => {
  it.each([
    ["not_handed_over", "ask_forwarder"],
    ["on_its_way", "message_buyer"],
  ] as const)("S3-09, S3-10 %s asks for: %s", (state, effect) => {
    expect(reasonOf("outbound", on(state))).toMatchObject({ state, effect, outcome: "info" });
    expect(judge(on(state))).toMatchObject({ outbound: state });
  });

  it("S3-09, S3-12 nothing is authorized by itself while the parcel can still be stopped", () => {
    const given: Case = { ...on("not_handed_over"), channel: { plan: "professional" } };
    const judged = judge({ ...given, operation: { automation: { choice: "all" } } });
    expect(judged.automation).toMatchObject({ answer: "ask", because: "not_handed_over" });
  });

  it("S3-10, S3-13 nor while it is on its way: the seller talks to the buyer at once", () => {
    const judged = judge({ ...on("on_its_way"), operation: { automation: { choice: "all" } } });
    expect(judged.automation).toMatchObject({ answer: "ask", because: "on_its_way" });
  });

  it.each([on("delivered"), on(null), on("on_its_way", "2026-01-04"), on("not_handed_over", "2026-01-04")])(
    "S3-09, S3-10 has no part in what arrived, nor where nobody said (%#)",
    (given) => {
      expect(reasonOf("outbound", given)).toBeNull();
      expect(judge(given).outbound).toBeNull();
    },
  );
});
