import { expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { listLabelSubjects } from "@/lib/labels/label-subjects";
import { printedReturn } from "@/lib/labels/printed";
import { defaultPolicy } from "@/lib/policy/judging/programmes/free-return";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { AUTHORIZE, aBuyer } from "./buyer-testing";

const db = await testDb();

const SPAIN = { carrier: "Correos", site: "https://www.correos.example", phone: "", warehouse: "Calle 1, Madrid" };
const operation = {
  ...{ ...defaultPolicy.operation, undoSeconds: 0 },
  freeReturnCountries: defaultPolicy.operation.freeReturnCountries.map((row) => {
    return row.country === "ES" ? { ...row, ...SPAIN } : row;
  }),
};
const aFree = (country: string, wanted: Parameters<typeof aBuyer>[2] = {}) =>
  aBuyer(db, { programme: "free_return", country, operation }, wanted);

async function seen(shop: Awaited<ReturnType<typeof aFree>>) {
  await shop.act(AUTHORIZE);
  const { found } = await shop.standing();
  const [detail, [subject]] = await shop.inside((tx) =>
    Promise.all([findReturnDetail(tx, shop.sellerId, shop.id), listLabelSubjects(tx, shop.sellerId, [shop.id])]),
  );
  if (!subject) throw new Error("a return without papers");
  const printed = () => printedReturn({ ...subject, rma: subject.rma ?? "none" }).freeReturn;
  return { places: [found.freeReturnPlace, detail?.freeReturnPlace, subject.freeReturnPlace], found, printed };
}

it("S0-24 S0-26 S0-27 S0-28 a free return tells buyer, shop and paper who takes it in the buyer's country and where it goes", async () => {
  const { places, printed } = await seen(await aFree("ES"));
  const row = { country: "ES", method: "drop_off", ...SPAIN };
  expect(places).toEqual([row, row, row]);
  expect(printed()).toEqual({
    isCollected: false,
    lines: ["Calle 1, Madrid", "Correos · https://www.correos.example"],
  });
});

it("S0-25 is collected where its country says so, and says nothing that nobody filled in", async () => {
  const { places, printed } = await seen(await aFree("MX"));
  expect(places[0]).toMatchObject({ method: "pick_up", carrier: "" });
  expect(printed()).toEqual({ isCollected: true, lines: [] });
});

it("S0-05 has no such place where none is offered, nor in another programme", async () => {
  expect((await seen(await aFree("AQ"))).places).toEqual([null, null, null]);
  const other = await aBuyer(db, { country: "ES" });
  expect((await seen(other)).places).toEqual([null, null, null]);
});

it("S0-14 its buyer is told to send all of it in one parcel", async () => {
  const { found } = await seen(await aFree("ES", { quantity: 2 }));
  const reasons = found.evaluation.lines.flatMap((line) => line.reasons);
  expect(reasons.find(({ rule }) => rule === "one_parcel")).toMatchObject({ units: 2, earlier: 0 });
  const alone = await seen(await aFree("ES"));
  expect(alone.found.evaluation.lines.flatMap((line) => line.reasons).map(({ rule }) => rule)).not.toContain(
    "one_parcel",
  );
});
