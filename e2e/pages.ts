import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { paths } from "@/lib/i18n/paths";
import { expect } from "./fixtures";

/** Pages whose address a walk over the demo seller cannot know; the tests of what leads there look at them too. */
const ELSEWHERE = [
  "/import/[importId]",
  "/jobs/[jobId]",
  "/r/[portal]/[number]",
  "/settings/channels/[channelId]/preview/[previewId]",
  "/setup",
];

/** Open to a visitor who is not signed in. */
export const DOORS = [
  paths.signIn(),
  paths.forgotPassword,
  paths.invite("none"),
  paths.resetPassword("none"),
  paths.portal("own-shop"),
];

const TABS = ["authorization_required", "awaiting_return", "received", "disputes", "closed", "all"];

/** Whose address is known. */
export const FIXED = [
  paths.today,
  ...TABS.map((tab) => `${paths.returns(tab)}&per=25`),
  `${paths.returns("received")}&q=000`,
  paths.newReturn(),
  paths.receive,
  paths.receiveCommands,
  `${paths.receivedUnits}?show=all`,
  paths.handover(),
  paths.forwarder,
  paths.parcels(),
  paths.refunds,
  ...["to_file", "watched"].map((show) => `${paths.claims}?show=${show}`),
  paths.bulkActs,
  paths.mailbox(),
  paths.audit,
  paths.shopAudit,
  paths.insights,
  `${paths.insights}?by=reason&days=90`,
  paths.import,
  paths.settings,
  paths.newChannel,
  paths.addresses,
  `${paths.addresses}/new`,
  paths.reasons,
  `${paths.reasons}?show=return`,
  paths.templates,
  paths.template("closed", "duplicate"),
  paths.notifications,
  paths.team,
  paths.account,
  paths.sellers,
  "/nowhere",
];

const channelPages = (channel: string) => [
  channel,
  `${channel}/terms`,
  `${channel}/terms/versions?from=1&to=1`,
  `${channel}/automation`,
  `${channel}/skus`,
  `${channel}/try`,
];

/** Where the first link of a list leads that stands for one of its rows. */
async function firstOf(page: Page, list: string, beginning: string): Promise<string> {
  await page.goto(list);
  const link = page.getByRole("main").locator(`a[href^="${beginning}0"]`).first();
  return String(await link.getAttribute("href"));
}

/** Every page of the console that the demo seller can open. */
export const pagesOfDemo = async (page: Page): Promise<string[]> => [...FIXED, ...(await foundPages(page))];

/** Those that only a link tells of: of a channel, of returns in several states, of a message. */
export async function foundPages(page: Page): Promise<string[]> {
  const details = [
    await firstOf(page, `${paths.returns()}?policy=out_of_policy`, "/returns/"),
    await firstOf(page, `${paths.returns("awaiting_return")}&handover=open`, "/returns/"),
    await firstOf(page, paths.returns("closed"), "/returns/"),
  ];
  const message = await firstOf(page, paths.mailbox(), `${paths.mailbox()}/`);
  const found = [...channelPages(await ownShop(page)), ...details, message];
  expect(notAmong([...FIXED, ...found, ...DOORS])).toEqual(ELSEWHERE);
  return found;
}

async function ownShop(page: Page): Promise<string> {
  await page.goto(paths.settings);
  return String(await page.getByRole("link", { name: /^Own shop/ }).getAttribute("href"));
}

/** The routes of the product that none of these addresses opens. */
function notAmong(addresses: readonly string[]): string[] {
  const opened = addresses.map((address) => new URL(address, "http://here").pathname);
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => `/${file.split("/").slice(0, -1).join("/")}`.replace(/\/\((console|portal)\)/, ""))
    .filter((route) => route.length > 1 && !opened.some((address) => patternOf(route).test(address)))
    .sort();
}

const patternOf = (route: string) => new RegExp(`^${route.replace(/\[\w+\]/g, "[^/]+")}$`);
