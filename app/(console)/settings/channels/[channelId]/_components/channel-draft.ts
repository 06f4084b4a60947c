import type { ChannelWork } from "@/lib/channels/channel-settings-input";
import type { SavedSettings } from "@/lib/channels/save-channel-settings";
import { minorToDecimal, parseTypedMinor } from "@/lib/kernel/money";

type Row<T> = T & { key: number };
type Clocks = Omit<ChannelWork["clocks"], "answerConsequence" | "refundConsequence">;
export type ClockName = keyof Clocks;
export type AddressRuleRow = Row<
  Pick<ChannelWork["addressRules"][number], "name" | "addressId" | "reasons"> & {
    categories: string;
    min: string;
    max: string;
  }
>;
export type CountryRow = Row<ChannelWork["freeReturnCountries"][number]>;
/** What a row of a country says beside how the parcel is handed in. */
export const CELLS = ["carrier", "site", "phone", "warehouse"] as const satisfies readonly (keyof CountryRow)[];

/** The settings as they are typed: numbers and amounts as text. */
export type ChannelDraft = {
  facts: SavedSettings["facts"];
  replyTo: string;
  undoSeconds: string;
  requestMail: ChannelWork["requestMail"];
  instructions: ChannelWork["instructions"];
  clocks: Record<ClockName, string>;
  answerConsequence: ChannelWork["clocks"]["answerConsequence"];
  refundConsequence: ChannelWork["clocks"]["refundConsequence"];
  restDays: ChannelWork["calendar"]["restDays"];
  /** One date a line, and what it is called. */
  closedOn: string;
  exemptCategories: string;
  addressRules: AddressRuleRow[];
  rma: ChannelWork["rma"];
  sizes: Pick<ChannelWork["labels"], "labelSize" | "slipSize">;
  cost: string;
  costAbroad: string;
  countries: CountryRow[];
};

const keyed = <T>(rows: readonly T[]): Row<T>[] => rows.map((row, key) => ({ ...row, key }));
export const nextKey = (rows: readonly { key: number }[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

const amountOf = (amountMinor: number | null, currency: string): string =>
  amountMinor === null ? "" : minorToDecimal({ amountMinor, currency });

export function draftOf({ facts, replyTo, operation }: SavedSettings): ChannelDraft {
  const { clocks, labels, calendar, exemptions, addressRules, freeReturnCountries } = operation;
  const { answerConsequence, refundConsequence, ...times } = clocks;
  const { currency } = facts;
  return {
    facts,
    replyTo: replyTo ?? "",
    undoSeconds: String(operation.undoSeconds),
    requestMail: operation.requestMail,
    instructions: operation.instructions,
    clocks: Object.fromEntries(
      Object.entries(times).map(([name, value]) => [name, String(value)]),
    ) as ChannelDraft["clocks"],
    answerConsequence,
    refundConsequence,
    restDays: calendar.restDays,
    closedOn: calendar.closedOn.map(({ on, label }) => `${on} ${label}`.trim()).join("\n"),
    exemptCategories: exemptions.categories.join("\n"),
    addressRules: keyed(
      addressRules.map(({ name, addressId, reasons, categories, minMinor, maxMinor }) => ({
        name,
        addressId,
        reasons,
        categories: categories.join(", "),
        min: amountOf(minMinor, currency),
        max: amountOf(maxMinor, currency),
      })),
    ),
    rma: operation.rma,
    sizes: { labelSize: labels.labelSize, slipSize: labels.slipSize },
    cost: amountOf(labels.costMinor, currency),
    costAbroad: amountOf(labels.costAbroadMinor, currency),
    countries: keyed(freeReturnCountries),
  };
}

/** A table with an uploaded one laid over it: by their codes what is new, what was changed, and what stays as it was. */
export type Merged = Record<"added" | "changed" | "unchanged" | "kept", string[]> & { rows: CountryRow[] };

export function mergedCountries(rows: readonly CountryRow[], uploaded: ChannelWork["freeReturnCountries"]): Merged {
  const merged: Merged = { added: [], changed: [], unchanged: [], kept: [], rows: [...rows] };
  for (const row of uploaded) {
    const place = merged.rows.findIndex(({ country }) => country === row.country);
    const before = merged.rows[place];
    const isSame = before && before.method === row.method && CELLS.every((cell) => before[cell] === row[cell]);
    merged[before ? (isSame ? "unchanged" : "changed") : "added"].push(row.country);
    if (before) merged.rows[place] = { ...row, key: before.key };
    else merged.rows.push({ ...row, key: nextKey(merged.rows) });
  }
  const named = new Set(uploaded.map(({ country }) => country));
  merged.kept = rows.flatMap(({ country }) => (named.has(country) ? [] : [country]));
  return merged;
}

/** What was typed as a whole number; anything else is refused by the server as what it is. */
const numberIn = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
const namesIn = (text: string, between: RegExp): string[] => text.split(between).flatMap((name) => name.trim() || []);
const amountIn = (text: string, currency: string): number | null =>
  text.trim() === "" ? null : (parseTypedMinor(text, currency) ?? Number.NaN);

/** Each line a date and its name; a line that begins otherwise is refused as the date that it is not. */
export const closedIn = (text: string): ChannelWork["calendar"]["closedOn"] =>
  namesIn(text, /\n/).map((line) => {
    const [on = "", ...label] = line.split(/\s+/);
    return { on, label: label.join(" ") };
  });

/** The draft as the action takes it; a number that is none is NaN, which no schema takes. */
export function workIn(draft: ChannelDraft): ChannelWork {
  const { currency } = draft.facts;
  const clocks = Object.fromEntries(
    Object.entries(draft.clocks).map(([name, text]) => [name, numberIn(text)]),
  ) as Record<ClockName, number>;
  return {
    undoSeconds: numberIn(draft.undoSeconds),
    requestMail: draft.requestMail,
    instructions: draft.instructions,
    clocks: { ...clocks, answerConsequence: draft.answerConsequence, refundConsequence: draft.refundConsequence },
    calendar: { restDays: draft.restDays, closedOn: closedIn(draft.closedOn) },
    exemptions: { categories: namesIn(draft.exemptCategories, /\n/) },
    addressRules: draft.addressRules.map(({ name, addressId, reasons, categories, min, max }) => ({
      name: name.trim(),
      addressId,
      reasons,
      categories: namesIn(categories, /[,，;；\n]/),
      minMinor: amountIn(min, currency),
      maxMinor: amountIn(max, currency),
    })),
    rma: { ...draft.rma, format: draft.rma.format.trim() },
    labels: {
      ...draft.sizes,
      costMinor: amountIn(draft.cost, currency),
      costAbroadMinor: amountIn(draft.costAbroad, currency),
    },
    freeReturnCountries: draft.countries.map(({ key: _, ...row }) => row),
  };
}

/** The parts of the page, each with what of a draft it holds; what two drafts do not agree on is told by them. */
const PARTS = {
  facts: ["facts"],
  deadlines: ["clocks", "answerConsequence", "refundConsequence", "restDays", "closedOn"],
  undo: ["undoSeconds"],
  mail: ["requestMail"],
  replyTo: ["replyTo"],
  instructions: ["instructions"],
  rma: ["rma"],
  labels: ["sizes", "cost", "costAbroad"],
  addressRules: ["addressRules"],
  exemptions: ["exemptCategories"],
  countries: ["countries"],
} as const satisfies Record<string, readonly (keyof ChannelDraft)[]>;
export type ChannelPart = keyof typeof PARTS;

const plain = (value: unknown): string => JSON.stringify(value, (name, held) => (name === "key" ? undefined : held));

export const differences = (a: ChannelDraft, b: ChannelDraft): ChannelPart[] =>
  (Object.keys(PARTS) as ChannelPart[]).filter((part) => PARTS[part].some((name) => plain(a[name]) !== plain(b[name])));
