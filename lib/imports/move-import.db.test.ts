import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { events } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, inShop, statementsOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { claimWork } from "@/lib/platform/queue/lease";
import { product } from "@/lib/policy/actor";
import { EVENTS } from "@/lib/policy/events/events";
import { importWork } from "./import-work";
import { findImport } from "./imports";
import { mapImport } from "./map-import";
import { moveImport } from "./move-import";
import { confirmImport, discardImport, requestCheck, startImport } from "./start-import";
import { storeImportFile } from "./stored-files";
import { inPieces, madeUpReport } from "./testdata/made-up-report";
import { undoImport } from "./undo-import";

const db = await testDb();
const dataDir = mkdtempSync(join(tmpdir(), "import-moves-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function anImport() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const ctx = { ...inShop(db, sellerId), actor: { kind: "person" as const, ...seller.owner } };
  const started = await startImport(ctx, { channelId });
  if (!started.ok) throw new Error(started.refusal.code);
  const { importId } = started.value;
  await storeImportFile(ctx, { dataDir, importId, name: "a", modifiedAt: ctx.now, body: inPieces(madeUpReport([{}])) });
  const held = { sellerId, id: importId, attempt: 1, now: new Date(), signal: new AbortController().signal };
  return {
    sellerId,
    importId,
    ctx,
    check: () => requestCheck(ctx, { importId }),
    confirm: () => confirmImport(ctx, { importId, acceptsWarnings: true }),
    undo: () => undoImport(ctx, { importId }),
    discard: () => discardImport(ctx, { importId, dataDir }),
    work: () => importWork(dataDir)(db, { ...held, fence: async () => undefined }),
    state: async () => (await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId)))?.state,
    history: () =>
      withSeller(db, sellerId, (tx) =>
        tx
          .select()
          .from(events)
          .where(and(eq(events.subjectKind, "import"), eq(events.subjectId, importId)))
          .orderBy(asc(events.id)),
      ),
  };
}

const kindsOf = (rows: readonly { kind: string }[]) => rows.map(({ kind }) => kind);

describe("the moves of an import", () => {
  it("write one event each, with who did it and what can be read back", async () => {
    const one = await anImport();
    await one.check();
    await one.work();
    await one.confirm();
    await one.work();
    expect(await one.undo()).toMatchObject({ ok: true, value: { deleted: 1 } });
    const history = await one.history();
    expect(history.map(({ kind, actorKind, fromStatus, toStatus }) => [kind, actorKind, fromStatus, toStatus])).toEqual(
      [
        ["check", "person", "uploading", "checking"],
        ["read", "product", "checking", "checked"],
        ["run", "person", "checked", "running"],
        ["finish", "product", "running", "done"],
        ["undo", "person", "done", "undone"],
      ],
    );
    const told = history.map(({ kind, data }) => EVENTS.read("import", kind, data));
    expect(told[1]).toMatchObject({ of: "returns", files: 1 });
    const brought = { of: "returns", file: "a", channel: expect.any(String) };
    expect(told[3]).toMatchObject({ ...brought, counts: { added: 1, changed: 0, unchanged: 0, refused: 0 } });
    expect(told[4]).toMatchObject({ ...brought, undone: { deleted: 1, restored: 0, stayed: 0 } });
    expect(history.map(({ data, kind }) => EVENTS.written("import", kind, data))).toEqual(
      history.map(({ data }) => data),
    );
    expect(history[4]?.effects).toEqual([{ kind: "sets" }]);
  });

  it.each(["check", "confirm", "undo", "discard"] as const)("of two at once one makes it: %s", async (move) => {
    const one = await anImport();
    if (move !== "check") {
      await one.check();
      await one.work();
    }
    if (move === "undo") {
      await one.confirm();
      await one.work();
    }
    const before = (await one.history()).length;
    const both = await Promise.all([one[move](), one[move]()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await one.history()).toHaveLength(before + 1);
    const code = move === "discard" ? "not_found" : "wrong_state";
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code } });
  });

  it("let nobody run what another one discards, and the other way round", async () => {
    const one = await anImport();
    await one.check();
    await one.work();
    const both = await Promise.all([one.confirm(), one.discard()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const last = kindsOf(await one.history()).at(-1);
    expect([last, await one.state()]).toEqual(both[0].ok ? ["run", "running"] : ["discard", undefined]);
  });

  it("are given up only by the worker that was at it", async () => {
    const one = await anImport();
    await one.check();
    await one.work();
    await one.confirm();
    const { sellerId, importId } = one;
    const fail = (during: "checking" | "running") =>
      withSeller(db, sellerId, (tx) =>
        moveImport(tx, { sellerId, actor: product("import"), now: new Date() }, importId, {
          move: "fail",
          during,
          failure: "unexpected 1",
        }),
      );
    expect(await fail("checking")).toMatchObject({ refusal: { code: "wrong_state", state: "running" } });
    expect(await fail("running")).toMatchObject({ ok: true });
    // A failed one is checked again, and forgets why it failed.
    expect(await one.check()).toMatchObject({ ok: true });
    expect(kindsOf(await one.history()).slice(-2)).toEqual(["fail", "check"]);
  });

  it("know no import of another seller, and wake no worker for one", async () => {
    const [one, other] = [await anImport(), await anImport()];
    await one.check();
    await one.work();
    const { importId } = one;
    const mapping = { columns: { orderNumber: "No" }, dateOrder: "ymd", decimal: ".", statuses: {} } as const;
    const tried = [
      await requestCheck(other.ctx, { importId }),
      await mapImport(other.ctx, { importId, kind: "orders", mapping }),
      await confirmImport(other.ctx, { importId, acceptsWarnings: true }),
      await undoImport(other.ctx, { importId }),
      await discardImport(other.ctx, { importId, dataDir }),
      await undoImport(other.ctx, { importId: newId() }),
    ];
    expect(tried).toEqual(tried.map(() => ({ ok: false, refusal: { code: "not_found" } })));
    expect(await other.history()).toEqual([]);
    expect([await one.state(), (await claimWork(db, "import"))?.sellerId]).not.toContain(other.sellerId);
  });

  it("take four statements: lock, load, and all of it written together", async () => {
    const one = await anImport();
    const sent = await statementsOf(db, one.check);
    expect(sent.filter((text) => !/^(begin|commit|set local)/i.test(text)).length).toBeLessThanOrEqual(4);
  });
});
