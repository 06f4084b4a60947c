import { unstable_rethrow } from "next/navigation";
import type { Refusal } from "@/lib/kernel/result";
import { refusalOf } from "./failure";

const STATUS: Record<string, number> = {
  signed_out: 401,
  forbidden: 403,
  read_only: 403,
  foreign_origin: 403,
  not_found: 404,
  seller_changed: 409,
  file_too_large: 413,
  body_too_large: 413,
  storage_full: 413,
  file_type: 415,
  unexpected: 500,
  database_down: 503,
};

/** A refusal as a route handler answers it: the same JSON as a server action's, under a status of its own. */
export const refusedResponse = (refusal: Refusal): Response =>
  Response.json(
    { ok: false, refusal },
    { status: STATUS[refusal.code] ?? 422, headers: { "cache-control": "no-store" } },
  );

/** Runs a route handler; what it throws stays in the log under a reference. */
export async function answering(where: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    return refusedResponse(refusalOf(error, where));
  }
}
