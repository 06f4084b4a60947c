import { expect, it } from "vitest";
import { ACCOUNT_EVENT_KINDS } from "./account";
import { type AccountTold, EVENTS, type ShopTold } from "./events";
import { SELLER_EVENT_KINDS } from "./seller-event-kinds";

it("an event of a shop or of an account is not written with a kind or with data that nobody could read", () => {
  const write = (subject: "shop" | "account", kind: string, data: object) => () => EVENTS.written(subject, kind, data);
  expect(write("shop", "channel_key_issued", { hint: "x7Qa" })()).toEqual({ hint: "x7Qa" });
  expect(write("shop", "channel_key_issued", { key: "hw_secret" })).toThrow("hint");
  expect(write("shop", "robot_retired", { name: "Bot" })).toThrow('"name"');
  expect(write("shop", "signed_in", {})).toThrow("no event of a shop is called signed_in");
  expect(write("account", "signed_in", { device: null })).toThrow("isNew");
  for (const kind of [...SELLER_EVENT_KINDS, ...ACCOUNT_EVENT_KINDS]) {
    const subject = SELLER_EVENT_KINDS.some((known) => known === kind) ? "shop" : "account";
    expect(write(subject, kind, { from: "the future" }), kind).toThrow();
  }
});

it("does not compile with data of another kind", () => {
  const told: (ShopTold | AccountTold)[] = [
    { kind: "robot_retired" },
    { kind: "channel_key_issued", data: { hint: "x7Qa" } },
    // @ts-expect-error: it tells which key
    { kind: "channel_key_issued" },
    // @ts-expect-error: the data of another kind
    { kind: "support_left", data: { minutes: 60 } },
  ];
  expect(told).toHaveLength(4);
});
