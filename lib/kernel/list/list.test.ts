import { describe, expect, it } from "vitest";
import { day, eitherOf, flag, ids, oneOf, someOf, text, texts } from "./filters";
import { list } from "./list";
import { filterSchemaOf } from "./list-schema";

type Toy = { id: string; name: string; maker: string; priceMinor: number | null; madeAt: Date; soldOn: string | null };

const TOYS = list<Toy>()({
  filter: {
    shelf: eitherOf(["new", "old"]),
    kind: someOf(["ball", "robot", "doll"]),
    makers: ids({ key: "maker" }),
    colour: oneOf(["red", "blue"]),
    tags: texts({ key: "tag" }),
    isBroken: flag("yes", { key: "broken" }),
    since: day(),
    q: text(),
  },
  columns: {
    name: { value: ({ name }) => name, sort: "text", isFixed: true },
    price: {
      value: ({ priceMinor }) => (priceMinor === null ? null : { amountMinor: priceMinor, currency: "EUR" }),
      sort: "number",
    },
    made_at: { value: ({ madeAt }) => madeAt, sort: "instant" },
    rank: { sort: ["number", "date"], only: "screen", isExtra: true },
    id: { value: ({ id }) => id, only: "file" },
  },
  sort: ({ shelf }) => (shelf === "old" ? "made_at" : "-made_at"),
  sizes: [25, 50],
  beside: ["peek"],
});
const [a, b] = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"] as const;
const viewOf = (query: string) => {
  const raw: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) raw[name] = [...(raw[name] ?? []), value];
  return TOYS.read(raw);
};

describe("a list declared once", () => {
  it("says nothing in its address that goes without saying", () => {
    expect(TOYS.query(TOYS.usual())).toBe("");
    expect(TOYS.query(TOYS.usual({ ...TOYS.emptyFilter, shelf: "old" }))).toBe("?shelf=old");
    expect(viewOf("")).toEqual({ ...TOYS.usual(), ignored: [] });
    expect(viewOf("?shelf=old").sort).toBe("made_at");
  });

  it("reads its address back as it was written, several values of one filter too", () => {
    const filter = {
      shelf: "old",
      kind: ["ball", "doll"],
      makers: [a, b],
      colour: "red",
      tags: ["a,b", "ü & ~1"],
      isBroken: true,
      since: "2026-02-28",
      q: "李娜 114",
    } as const;
    const after = { at: ["Ä~1"], id: a, position: 50 };
    const view = { filter, sort: "-name", per: 50, columns: ["name", "rank"], after, before: null } as const;
    expect(viewOf(TOYS.query(view))).toEqual({ ...view, ignored: [] });
    expect(TOYS.isNarrowed(filter)).toBe(true);
    expect(TOYS.isNarrowed(TOYS.emptyFilter)).toBe(false);
  });

  it("leaves out what it cannot read, and names it", () => {
    const view = TOYS.read({
      ...{ shelf: "attic", kind: ["ball", "car"], maker: "1; drop table", since: "2026-02-30", utm_source: "mail" },
      ...{ sort: "id", per: "7", columns: "id,nothing", after: `soon~${a}`, peek: a, q: "" },
    });
    expect(view).toEqual({
      ...TOYS.usual({ ...TOYS.emptyFilter, kind: ["ball"] }),
      ignored: ["shelf", "maker", "since", "utm_source", "sort", "per", "columns", "after"],
    });
    for (const name of ["constructor", "__proto__", "-toString"])
      expect(TOYS.read({ sort: name }).sort).toBe("-made_at");
  });

  it.each([
    ["-made_at", `2026-02-20 07:30:00.123456+00~${a}`, true],
    ["made_at", `infinity~${a}`, true],
    ["made_at", `2026-13-20 07:30:00+00~${a}`, false],
    ["price", `-12~${a}~100`, true],
    ["price", `1e9~${a}`, false],
    ["rank", `2~2026-01-31~${a}`, true],
    ["rank", `2026-01-31~${a}`, false],
    ["name", a, false],
  ])("sorted by %s takes %s for a place: %s", (sort, after, isPlace) => {
    expect(TOYS.read({ sort, after }).after !== null).toBe(isPlace);
  });

  it("shows the columns a person chose, in their order, and a fixed one always", () => {
    expect(TOYS.shown(null)).toEqual(["name", "price", "made_at"]);
    expect(TOYS.shown(["rank", "price", "id", "nothing"])).toEqual(["name", "rank", "price"]);
    expect(TOYS.inFile).toEqual(["name", "price", "made_at", "id"]);
  });

  it("turns a sorted column round, and keeps the filter but not the place", () => {
    const view = viewOf(`?kind=ball&sort=name&after=x~${a}`);
    expect(TOYS.sortLink(view, "name")).toEqual({ direction: "ascending", query: "?kind=ball&sort=-name" });
    expect(TOYS.sortLink(view, "made_at")).toEqual({ direction: null, query: "?kind=ball&sort=made_at" });
    expect(TOYS.sortLink(view, "id")).toBeNull();
  });

  it("takes a filter that a form hands in only as it writes it itself", () => {
    const schema = filterSchemaOf(TOYS);
    const filter = { ...TOYS.emptyFilter, kind: ["ball"], q: "x" };
    expect(schema.parse(filter)).toEqual(filter);
    for (const wrong of [
      { kind: ["car"] },
      { kind: "ball" },
      { q: " x" },
      { isBroken: null },
      { shelf: null },
      { more: 1 },
    ])
      expect(schema.safeParse({ ...filter, ...wrong }).success).toBe(false);
  });
});
