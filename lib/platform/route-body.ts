import { z } from "zod";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { MEGABYTE } from "./files/storage";
import { MAX_BODY_BYTES, parsedJson, readBody, readForm, readJson } from "./read-body";

/** What a route takes beside its address: how much of it, and how it is read; `schema` is null where it is bytes. */
export type Body<Value> = {
  as: "json" | "form" | "bytes" | "stream";
  limit: number;
  schema: z.ZodType | null;
  read: (request: Request) => Promise<Result<Value, Refusal>>;
};

const parsed = <Schema extends z.ZodType>(schema: Schema, sent: unknown): Result<z.output<Schema>, Refusal> => {
  const body = schema.safeParse(sent);
  return body.success ? ok(body.data) : refuse({ code: "invalid" });
};

export const jsonBody = <Schema extends z.ZodType>(schema: Schema, limit = MAX_BODY_BYTES): Body<z.output<Schema>> => ({
  ...{ as: "json", limit, schema },
  read: async (request) => {
    const sent = await readJson(request, limit);
    return sent.ok ? parsed(schema, sent.value) : sent;
  },
});

/** A form that a page posts, for what does not fit an address; a field without an entry is `undefined`. */
export const formBody = <Schema extends z.ZodType>(schema: Schema): Body<z.output<Schema>> => ({
  ...{ as: "form", limit: MAX_BODY_BYTES, schema },
  read: async (request) => {
    const sent = await readForm(request);
    return sent.ok ? parsed(schema, Object.fromEntries(sent.value ?? [])) : sent;
  },
});

/** A field of a form that holds JSON. */
export const jsonField = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(parsedJson, schema);

const tooLarge = (limit: number) => refuse({ code: "file_too_large", megabytes: limit / MEGABYTE });

/** The body itself, read whole: a small file, or what a library reads. */
export const bytesBody = (limit: number): Body<Buffer<ArrayBuffer>> => ({
  ...{ as: "bytes", limit, schema: null },
  read: async (request) => {
    const sent = await readBody(request, limit);
    return sent.ok ? sent : tooLarge(limit);
  },
});

/** A file as the body itself, handed on unread to what counts it; what says that it is too much does not come in. */
export const streamBody = (limit: number): Body<ReadableStream<Uint8Array>> => ({
  ...{ as: "stream", limit, schema: null },
  read: async ({ headers, body }) => {
    if (Number(headers.get("content-length") ?? 0) > limit) return tooLarge(limit);
    return body ? ok(body) : refuse({ code: "file_empty" });
  },
});
