import type { Operation } from "./terms";

export const OPERATION_PARTS = [
  "automation",
  "exemptions",
  "clocks",
  "calendar",
  "undoSeconds",
  "requestMail",
  "instructions",
  "addressRules",
  "rma",
  "labels",
  "freeReturnCountries",
] as const satisfies readonly (keyof Operation)[];
export type OperationPart = (typeof OPERATION_PARTS)[number];

/** A stored object comes back with its keys in another order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The parts of how a channel works in which two versions differ. */
export const diffOperation = (a: Operation, b: Operation): OperationPart[] =>
  OPERATION_PARTS.filter((part) => canonical(a[part]) !== canonical(b[part]));
