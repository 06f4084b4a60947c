import { describe, expect, it } from "vitest";
import { ACTOR_KINDS } from "../../actor";
import type { FileReport } from "../../imports/import-report";
import { importMachine } from "./import-machine";
import { IMPORT_STATES } from "./statuses";
import type { ImportSubject } from "./subject";

const now = new Date("2026-07-20T12:00:00Z");
const file: FileReport = {
  id: "f",
  name: "report.txt",
  size: 1,
  modifiedAt: now.toISOString(),
  format: null,
  encoding: null,
  rows: 2,
  refusal: null,
};
const FULL: ImportSubject = {
  id: "i",
  status: "checked",
  kind: "returns",
  channelId: "c",
  channelName: "Amazon.com",
  by: null,
  isWithoutAutomation: false,
  files: [file],
  warnings: [],
  columns: { file: "f", columns: [{ name: "No", values: [] }] },
  newCount: 1,
  changedCount: 0,
  unchangedCount: 0,
  refusedCount: 0,
};

type Name = (typeof importMachine.names)[number];
const outcome = (move: Name, changes: Partial<ImportSubject>, input: object = {}, actor = "person" as const) => {
  const decided = importMachine.decide(move, { subject: { ...FULL, ...changes }, input: input as never, actor, now });
  return decided.ok ? decided.value.to : decided.refusal.code;
};

describe("an import", () => {
  it("is moved by each of its moves from where that begins, and from nowhere else", () => {
    const FROM = {
      check: ["uploading", "failed"],
      map: ["checked"],
      read: ["checking"],
      run: ["checked"],
      finish: ["running"],
      fail: ["checking", "running"],
      undo: ["done", "failed"],
      discard: ["uploading", "checking", "checked"],
    } satisfies Record<Name, string[]>;
    for (const name of importMachine.names)
      for (const status of IMPORT_STATES) {
        const [actor] = importMachine.moves[name].by;
        const refusal = importMachine.look(name, { ...FULL, status }, actor, now);
        expect([name, status, refusal]).toEqual([
          name,
          status,
          FROM[name].some((from) => from === status) ? null : undefined,
        ]);
      }
  });

  it("is read, finished and given up by the product alone", () => {
    for (const actor of ACTOR_KINDS.filter((kind) => kind !== "product"))
      for (const status of IMPORT_STATES) {
        const open = importMachine.open({ ...FULL, status }, actor, now).map(({ move }) => move);
        expect(open.filter((move) => move === "read" || move === "finish" || move === "fail")).toEqual([]);
      }
    expect(importMachine.open(FULL, "buyer", now)).toEqual([]);
  });

  it("says what is missing: files, warnings that somebody read, rows, columns", () => {
    expect(outcome("check", { status: "uploading", files: [] })).toBe("no_files");
    const warned = { warnings: [{ code: "doubled_returns" }] };
    expect(outcome("run", warned, { acceptsWarnings: false })).toBe("warnings_not_accepted");
    expect(outcome("run", warned, { acceptsWarnings: true })).toBe("running");
    expect(outcome("run", { newCount: 0, refusedCount: 2 }, { acceptsWarnings: true })).toBe("nothing_to_import");
    const refused = [{ ...file, refusal: { code: "foreign_report" } }];
    expect(outcome("run", { files: refused }, { acceptsWarnings: true })).toBe("nothing_to_import");
    const mapping = { columns: { orderNumber: "No" }, dateOrder: "ymd", decimal: ".", statuses: {} };
    expect(outcome("map", {}, { kind: "orders", mapping })).toBe("checking");
    expect(outcome("map", { columns: null }, { kind: "orders", mapping })).toBe("nothing_to_map");
    expect(outcome("map", {}, { kind: "returns", mapping })).toBe("column_needed");
    const strange = { ...mapping, columns: { orderNumber: "Number" } };
    expect(outcome("map", {}, { kind: "orders", mapping: strange })).toBe("column_unknown");
    const done = { status: "done" as const };
    const undone = { deleted: 0, restored: 0, stayed: 2 };
    expect(outcome("undo", done, { stayed: [], undone })).toBe("touched_since");
    expect(outcome("undo", done, { stayed: [], undone: { ...undone, restored: 1 } })).toBe("undone");
    expect(outcome("undo", done, { stayed: [], undone: { ...undone, stayed: 0 } })).toBe("undone");
  });
});
