import { ok, type Result, refuse } from "@/lib/kernel/result";

/** What a selection of 1,000 returns needs, ten times over; the same as a server action may have. */
export const MAX_BODY_BYTES = 1024 * 1024;

type BodyRefusal = { code: "body_too_large"; limit: number };

/** The bytes of a request, counted while they come in: what its header says of their length is only believed when it is too much. */
export async function readBody(
  request: Pick<Request, "body" | "headers">,
  limit = MAX_BODY_BYTES,
): Promise<Result<Buffer<ArrayBuffer>, BodyRefusal>> {
  const tooLarge = refuse({ code: "body_too_large" as const, limit });
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) return tooLarge;
    parts.push(part);
  }
  return ok(Buffer.concat(parts, size));
}

/** A value sent as JSON; null for what is none. */
export async function readJson(request: Request, limit = MAX_BODY_BYTES): Promise<Result<unknown, BodyRefusal>> {
  const body = await readBody(request, limit);
  return body.ok ? ok(parsedJson(body.value.toString("utf8"))) : body;
}

/** A form; null for what is none. */
export async function readForm(request: Request): Promise<Result<FormData | null, BodyRefusal>> {
  const body = await readBody(request);
  if (!body.ok) return body;
  const type = request.headers.get("content-type") ?? "";
  const form = new Response(body.value, { headers: { "content-type": type } }).formData();
  return ok(await form.catch(() => null));
}

/** A value in a field of a form, or null. */
export function parsedJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
