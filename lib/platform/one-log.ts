import { stripVTControlCharacters } from "node:util";
import { isWriteAfterClose } from "@/db/lasting-pool";
import { log } from "./log";

const LINE_AT_MOST = 200;

/** What Next says on the console, as the log may hold it: an error as an error, of words the first line. */
function say(level: "info" | "warn" | "error", said: unknown[]): void {
  const error = said.find((part) => part instanceof Error);
  if (error && "digest" in error) return;
  if (isWriteAfterClose(error)) {
    log.warn("a connection to the database was lost before it was written to");
    return;
  }
  const [line = ""] = said
    .filter((part) => typeof part === "string")
    .join(" ")
    .split("\n");
  const words = stripVTControlCharacters(line).trim().slice(0, LINE_AT_MOST);
  if (error) log[level]({ err: error }, "the web server");
  else if (words) log[level](words);
}

/**
 * Next writes its own lines to the console, an error with all that it quotes: they go into the one log. Nothing else can
 * be told to Next. What a page, an action or a route threw has a digest, and is told once, by `reportFailure`.
 */
export function sendConsoleToLog(): void {
  const to =
    (level: "info" | "warn" | "error") =>
    (...said: unknown[]) =>
      say(level, said);
  Object.assign(console, { log: to("info"), info: to("info"), warn: to("warn"), error: to("error") });
}

const told = new WeakSet<Error>();

type Where = { routePath: string; routeType: string };

/** What escaped a page, an action or a route: by the pattern of its address, for the address itself may hold a search. */
export function reportFailure(error: unknown, method: string, { routePath, routeType }: Where): void {
  // Next reports one that broke the page and its stream twice.
  if (error instanceof Error && told.has(error)) return;
  if (error instanceof Error) told.add(error);
  log.error({ err: error, method, route: routePath, kind: routeType }, "a request failed");
}
