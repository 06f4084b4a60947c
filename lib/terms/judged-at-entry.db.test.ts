import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { answerForwarder } from "@/lib/forwarder/answer-forwarder";
import { importFiles } from "@/lib/imports/testdata/import-files";
import { fileOf, NOW } from "@/lib/imports/testdata/made-up-file";
import { type MadeUpCells, madeUpReport } from "@/lib/imports/testdata/made-up-report";
import { newId } from "@/lib/kernel/ids";
import { workOnce } from "@/lib/platform/queue/work";
import { PROGRAMMES } from "@/lib/policy/judging/facts";
import { isUndecided } from "@/lib/policy/machines/return/statuses";
import type { NewReturnForm } from "@/lib/returns/new-return-input";
import { requestByHand } from "@/lib/returns/request-by-hand";
import { requestReturn } from "@/lib/returns/request-return";
import { rejudgeWork } from "./rejudge";

const db = await testDb();
const never = new AbortController().signal;
const NUMBER = "111-0000001-0000001";

const MAPPED = { dateOrder: "ymd" as const, decimal: "." as const, statuses: {} };
const RETURNS = {
  ...{ orderNumber: "order", orderedOn: "ordered", requestNumber: "rma", requestedOn: "day", sku: "sku" },
  ...{ quantity: "units", reason: "reason", status: "state", amount: "amount" },
};
const ORDERS = {
  ...{ orderNumber: "order", orderedOn: "ordered", deliveredOn: "delivered", currency: "currency", sku: "sku" },
  ...{ quantity: "units", amount: "amount", shipCountry: "country", category: "category", freeReturn: "free" },
};

/** A shop, and every way in which a request or a fact of its order comes in there. */
async function aShop(programme: (typeof PROGRAMMES)[number], mode: "managed" | "mirrored") {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { programme, mode, hasPrepaid: true });
  const actor = { kind: "person" as const, ...seller.owner };
  const list = () =>
    withSeller(db, sellerId, (tx) =>
      tx.select().from(returns).where(eq(returns.sellerId, sellerId)).orderBy(asc(returns.id)),
    );
  const bringIn = (text: string, known?: Parameters<typeof importFiles>[1]["known"]) =>
    importFiles(db, {
      ...{ sellerId, channelId, actor, now: NOW, acceptsWarnings: true, files: [fileOf(text)] },
      ...(known ? { known } : {}),
    });
  const knownLines = () =>
    withSeller(db, sellerId, async (tx) => {
      const order = await tx.query.orders.findFirst({ where: eq(orders.number, NUMBER) });
      const lines = order
        ? await tx.query.orderLines.findMany({ where: (line, { eq: is }) => is(line.orderId, order.id) })
        : [];
      return { orderId: order?.id ?? newId(), lines };
    });
  const steps = {
    report: ({ day, units, word, reason }: Step) => {
      const cells: MadeUpCells = {
        ...{ "Return request date": `${day}-Jul-2026`, "Amazon RMA ID": `Dtest${day}`, "In policy": word },
        ...{ "Return request status": "Pending Authorization", "Return quantity": `${units}`, "Return Reason": reason },
      };
      return bringIn(madeUpReport([cells]));
    },
    list: ({ day, units, word, reason, state }: Step) => {
      const row = [
        NUMBER,
        "2026-07-10",
        `L${day}`,
        `2026-07-${day}`,
        `SKU-${word.trim() || "1"}`,
        units,
        reason,
        state,
        20,
      ];
      const text = `order,ordered,rma,day,sku,units,reason,state,amount\n${row.join(",")}\n`;
      return bringIn(text, { kind: "returns", mapping: { ...MAPPED, columns: RETURNS } });
    },
    orders: ({ day, units, word, state }: Step) => {
      const delivered = state === "pending" ? `2026-07-${day - 5}` : "";
      const country = state === "canceled" ? "AQ" : "US";
      const row = [
        NUMBER,
        "2026-06-10",
        delivered,
        word === "N" ? "EUR" : "USD",
        "SKU-1",
        units,
        30,
        country,
        "Kitchen",
        word.trim(),
      ];
      const text = `order,ordered,delivered,currency,sku,units,amount,country,category,free\n${row.join(",")}\n`;
      return bringIn(text, { kind: "orders", mapping: { ...MAPPED, columns: ORDERS } });
    },
    portal: async ({ units, reason }: Step) => {
      const { orderId, lines } = await knownLines();
      const asked = lines.map(({ id }) => ({ orderLineId: id, quantity: units, reason }));
      const source = "portal" as const;
      return requestReturn({ db, sellerId, actor, now: NOW }, { orderId, source, lines: asked, buyerComment: null });
    },
    hand: async ({ day, units, reason, isOldId }: Step) => {
      const { lines } = await knownLines();
      const items = [{ title: "Mug", sku: "SKU-1", category: "", ordered: 3, price: "20", quantity: units, reason }];
      const where = { outbound: day % 2 ? ("on_its_way" as const) : null, deliveredOn: null };
      const form: NewReturnForm = {
        // Made by a browser, whose clock may stand anywhere.
        id: isOldId ? `0${newId().slice(1)}` : newId(),
        ...{ channelId, orderNumber: NUMBER, requestedOn: `2026-07-${day}`, buyerComment: "" },
        order:
          lines.length === 0
            ? {
                ...{ kind: "new" as const, orderedOn: "2026-07-10", ...where, buyerName: "Ada", buyerEmail: "" },
                ...{ buyerLocale: "en" as const, items },
              }
            : {
                ...{ kind: "known" as const, ...where },
                lines: lines.map(({ id }) => ({ orderLineId: id, quantity: units, reason })),
              },
      };
      return requestByHand({ db, sellerId, actor, now: NOW }, form);
    },
    forwarder: async ({ day, state }: Step) => {
      const [first] = await list();
      const answer = state === "pending" ? ("on_its_way" as const) : ("delivered" as const);
      const deliveredOn = answer === "delivered" ? `2026-07-${day}` : null;
      return answerForwarder(
        { db, sellerId, actor, now: NOW },
        { returnId: first?.id ?? newId(), answer, deliveredOn },
      );
    },
  };
  return {
    steps,
    judgements: async () =>
      (await list()).map(({ id, evaluation, valueMinor, status }) => ({
        id,
        evaluation,
        valueMinor,
        isUndecided: isUndecided(status),
      })),
    judgeAgain: async () => {
      await withSeller(db, sellerId, (tx) => queueRejudge(tx, sellerId, channelId));
      expect(await workOnce(db, "rejudge", rejudgeWork, never)).toBe(true);
    },
  };
}

const ENTRIES = ["report", "list", "orders", "portal", "hand", "forwarder"] as const;
const step = fc.record({
  entry: fc.constantFrom(...ENTRIES),
  day: fc.integer({ min: 14, max: 20 }),
  units: fc.integer({ min: 1, max: 2 }),
  word: fc.constantFrom("Y", "N", " "),
  reason: fc.constantFrom("defective", "no_longer_needed", "counterfeit"),
  state: fc.constantFrom("pending", "canceled", "approved"),
  isOldId: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Each entry once, in a shop where it is open. */
function everyEntry(programme: (typeof PROGRAMMES)[number]) {
  const usual = { day: 17, units: 1, word: "Y", reason: "defective", state: "approved", isOldId: false } as const;
  const reports = ["report", "orders"].map((entry) => ({ ...usual, entry })) as Step[];
  const others = ["hand", "forwarder", "portal", "list"].map((entry) => ({ ...usual, entry })) as Step[];
  return [
    [programme, "mirrored", reports, "report"],
    [programme, "managed", others, "hand"],
  ] as [typeof programme, "managed" | "mirrored", Step[], "report" | "list" | "hand"][];
}

it("P-26, S0-13, P-11 what is judged at entry is judged again at once as it is, by every entry and in every programme", async () => {
  let samples = 0;
  let reached = 0;
  const entered = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PROGRAMMES),
      fc.constantFrom("managed" as const, "mirrored" as const),
      fc.array(step, { minLength: 2, maxLength: 5 }),
      fc.constantFrom("report" as const, "list" as const, "hand" as const),
      async (programme, mode, steps, first) => {
        samples += 1;
        const shop = await aShop(programme, mode);
        for (const [index, one] of steps.entries()) {
          // The first brings an order, so that the others have one to speak of; Amazon's own requests come by report.
          const way =
            mode === "mirrored" && first === "hand"
              ? "report"
              : mode === "managed" && first === "report"
                ? "list"
                : first;
          const entry = index === 0 ? way : one.entry;
          const { ok } = await shop.steps[entry](index === 0 ? { ...one, state: "pending" } : one);
          if (ok) entered.add(`${programme} ${entry}`);
        }
        const before = await shop.judgements();
        if (before.some(({ isUndecided }) => isUndecided)) reached += 1;
        await shop.judgeAgain();
        expect(await shop.judgements()).toEqual(before);
      },
    ),
    { numRuns: 20, seed: 20260720, examples: PROGRAMMES.flatMap(everyEntry) },
  );
  expect(reached / samples).toBeGreaterThanOrEqual(0.9);
  for (const programme of PROGRAMMES) for (const entry of ENTRIES) expect(entered).toContain(`${programme} ${entry}`);
});
