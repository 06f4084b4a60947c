import { Readable } from "node:stream";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { attachment, shownAs } from "./files/file-name";
import { type SetCookie, setCookie } from "./session-cookie";

type FileAnswer = {
  as: "file";
  mime: string;
  bytes: Uint8Array | ReadableStream<Uint8Array>;
  name: string;
  /** Whether the browser shows it in a tab, or saves it. */
  isShown: boolean;
  /** What stands under its address never changes: the browser of the person may keep it. */
  isLasting?: boolean;
  size?: number;
};

/** On to a page, by GET whatever was asked; relative, because a proxy may stand before us. */
type RedirectAnswer = { as: "redirect"; to: string; cookies: SetCookie[] };

/** What a route answers with, as a value. */
export type Answer =
  | { as: "json"; body: Result<unknown>; status: 200 | 201 }
  /** `filter`: what was asked for, as the shop's audit tells it. */
  | { as: "csv"; rows: AsyncIterable<string>; fileName: string; filter: string }
  | FileAnswer
  | RedirectAnswer
  /** A library's own answer. */
  | { as: "theirs"; response: Response };
export type Answered = Answer | { ok: false; refusal: Refusal };

export const json = (value?: unknown, status: 200 | 201 = 200): Answer => ({ as: "json", body: ok(value), status });

/** A verb was only asked: that it would refuse is the answer, and no failure of the request. */
export const told = (body: Result<unknown>): Answer => ({ as: "json", body, status: 200 });

/** What a verb answered. */
export const jsonOf = (result: Result<unknown>, status: 200 | 201 = 200): Answered =>
  result.ok ? json(result.value, status) : result;

export const NOT_FOUND = refuse({ code: "not_found" });

/** What was looked for, or that it is not there. */
export const jsonFound = (value: unknown): Answered => (value === null ? NOT_FOUND : json(value));

export const csv = (rows: AsyncIterable<string>, fileName: string, filter = ""): Answer => ({
  ...{ as: "csv", rows, fileName, filter },
});

export const savedFile = (mime: string, name: string, bytes: FileAnswer["bytes"], size?: number): Answer => ({
  ...{ as: "file", mime, name, bytes, isShown: false, ...(size !== undefined && { size }) },
});

export const shownFile = (mime: string, name: string, bytes: FileAnswer["bytes"], isLasting = false): Answer => ({
  ...{ as: "file", mime, name, bytes, isShown: true, isLasting },
});

export const redirected = (to: string, cookies: SetCookie[] = []): Answer => ({ as: "redirect", to, cookies });

export const theirs = (response: Response): Answer => ({ as: "theirs", response });

const NO_STORE = { "cache-control": "no-store" };

/** An answer as it leaves. Nothing of ours is kept on the way, and a file runs nothing and belongs to nobody's frame. */
export function responseOf(answer: Answer): Response {
  switch (answer.as) {
    case "json":
      return Response.json(answer.body, { status: answer.status, headers: NO_STORE });
    case "csv":
      return new Response(Readable.toWeb(Readable.from(answer.rows, { objectMode: false })) as ReadableStream, {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="${answer.fileName}"`,
          "x-content-type-options": "nosniff",
          ...NO_STORE,
        },
      });
    case "file":
      return fileResponse(answer);
    case "redirect":
      return redirectResponse(answer);
    case "theirs":
      return answer.response;
  }
}

function redirectResponse({ to, cookies }: RedirectAnswer): Response {
  // Where it came from may hold the token of a link: it goes nowhere.
  const headers = new Headers({ location: to, "referrer-policy": "no-referrer", ...NO_STORE });
  for (const cookie of cookies) headers.append("set-cookie", setCookie(cookie));
  return new Response(null, { status: 303, headers });
}

const fileResponse = ({ mime, name, bytes, isShown, isLasting, size }: FileAnswer): Response =>
  new Response(bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes, {
    headers: {
      "content-type": mime,
      "content-disposition": isShown ? shownAs(name) : attachment(name),
      "content-security-policy": isShown ? "frame-ancestors 'none'" : "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": isLasting ? "private, max-age=86400, immutable" : "private, no-store",
      ...(size !== undefined && { "content-length": String(size) }),
    },
  });

const STATUS: Record<string, number> = {
  signed_out: 401,
  key_unknown: 401,
  forbidden: 403,
  read_only: 403,
  foreign_origin: 403,
  not_found: 404,
  seller_changed: 409,
  file_too_large: 413,
  body_too_large: 413,
  storage_full: 413,
  locked: 429,
  file_type: 415,
  unexpected: 500,
  database_down: 503,
};

/** A refusal as a route answers it: the same JSON as a server action's, under a status of its own; or as a sentence. */
export function refusedResponse(refusal: Refusal, sentence: string | null = null): Response {
  const status = STATUS[refusal.code] ?? 422;
  if (sentence === null) return Response.json({ ok: false, refusal }, { status, headers: NO_STORE });
  const headers = { "content-type": "text/plain; charset=utf-8", ...NO_STORE };
  return new Response(sentence, { status, headers });
}
