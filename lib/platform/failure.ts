import { randomBytes } from "node:crypto";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { isDatabaseDown } from "./database-down";
import { log } from "./log";

/** The unexpected, as a person may see it: its text stays in the log, under a reference short enough to read out. */
export function refusalOf(error: unknown, where: string): ActionRefusal {
  const reference = randomBytes(4).toString("hex");
  const code = isDatabaseDown(error) ? "database_down" : "unexpected";
  log.error({ err: error, reference, where }, code);
  return { code, reference };
}
