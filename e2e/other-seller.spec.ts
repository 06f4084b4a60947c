import type { APIRequestContext, Browser } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect, open, test } from "./fixtures";

test.use({ as: "owner@other.test" });

/** What only Demo Trading knows: ids and order numbers of its returns, its channels and its people. */
async function secretsOf(browser: Browser, storageState: Awaited<ReturnType<APIRequestContext["storageState"]>>) {
  const demo = await browser.newContext({ storageState });
  const html = await (await demo.request.get(`${paths.returns("all")}&per=100`)).text();
  await demo.close();
  const ids = [...new Set(html.match(/(?<=\/returns\/)[0-9a-f-]{36}/g))];
  const orders = [...new Set(html.match(/\b11[1-4]-\d{7}-\d{7}\b/g))];
  expect(ids.length).toBeGreaterThan(50);
  expect(orders.length).toBeGreaterThan(20);
  return { ids, words: [...orders, "Demo Trading", "Amazon US", "owner@demo.test"] };
}

/** A document, and the two kinds of data that navigation asks for. */
const HEADERS: Record<string, string>[] = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];

const leaked = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

test("Another seller sees nothing of Demo Trading on any page, drawn or as data", async ({
  page,
  browser,
  stateOf,
}) => {
  const { ids, words } = await secretsOf(browser, await stateOf("owner@demo.test"));
  const tabs = ["awaiting_return", "received", "disputes", "closed", "all"].map((tab) => paths.returns(tab));
  const search = `${paths.returns("all")}&q=${words[0]}`;
  const settings = [
    paths.settings,
    paths.team,
    paths.templates,
    paths.template("closed"),
    paths.template("authorized"),
  ];
  const work = [
    paths.newReturn(),
    paths.handover(),
    paths.forwarder,
    paths.parcels(),
    paths.addresses,
    paths.reasons,
    paths.bulkActs,
    paths.mailbox(),
    paths.audit,
    paths.shopAudit,
    paths.auditCsv,
    paths.insights,
  ];
  const files = [
    "/api/palette",
    `/api/palette/jump?q=${words[0]}`,
    paths.insightsCsv,
    paths.bulkActsCsv,
    paths.importsCsv,
    paths.settingsCsv("team"),
    paths.settingsCsv("reasons"),
    paths.settingsCsv("addresses"),
    paths.mailboxCsv("all"),
    paths.parcelsCsv("delivered"),
  ];
  const own = [paths.import, ...settings, paths.account, paths.sellers];
  for (const path of [paths.returns(), ...tabs, search, ...work, ...files, ...own]) {
    for (const headers of HEADERS) {
      const text = await (await page.request.get(path, { headers })).text();
      const known = leaked(text, words).filter((word) => !path.includes(word));
      expect(known, `${path} ${JSON.stringify(headers)}`).toEqual([]);
      expect(leaked(text, ids), path).toEqual([]);
    }
  }
});

test("Another seller's return is not found: page, data, file, job, and check", async ({ page, browser, stateOf }) => {
  const { ids, words } = await secretsOf(browser, await stateOf("owner@demo.test"));
  const [id = ""] = ids;
  await page.goto(paths.returnDetail(id));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This return was not found");
  const data = await page.request.get(paths.returnDetail(id), { headers: { rsc: "1" } });
  expect(leaked(await data.text(), words)).toEqual([]);
  for (const path of [
    `/api/returns/${id}/options`,
    `/api/returns/${id}/message`,
    `/api/returns/${id}/rma?rma=X-1`,
    paths.file(id),
    `/api/jobs/${id}`,
    paths.bulkActCsv(id),
    paths.label(id),
    paths.labels([id]),
  ]) {
    const text = await (await page.request.get(path)).text();
    expect(text, path).toContain("not_found");
    expect(leaked(text, words), path).toEqual([]);
  }
});

test("An act sent for another seller's return does nothing and answers not found", async ({
  page,
  browser,
  stateOf,
}) => {
  const { ids } = await secretsOf(browser, await stateOf("owner@demo.test"));
  const [foreign = ""] = ids;
  await open(page, paths.returns());
  const authorize = page.getByRole("button", { name: /^Authorize R-\d+…$/ });
  const row = page.getByRole("row").filter({ has: authorize }).first();
  const own = row.getByRole("rowheader").getByRole("link");
  const name = await own.innerText();
  const ownId = String(/[0-9a-f-]{36}/.exec(String(await own.getAttribute("href")))?.[0]);
  await page.route("**/returns*", async (route) => {
    const body = route.request().postData();
    if (route.request().method() !== "POST" || body === null) return route.continue();
    expect(body).toContain(ownId);
    return route.continue({ postData: body.replaceAll(ownId, foreign) });
  });
  await row.getByRole("button", { name: `Authorize ${name}…` }).click();
  const dialog = page.getByRole("dialog", { name: `Authorize return ${name}` });
  await dialog.getByRole("button", { name: "Authorize return" }).click();
  await expect(dialog.getByRole("alert")).toContainText("no longer exists or belongs to another seller");
});
