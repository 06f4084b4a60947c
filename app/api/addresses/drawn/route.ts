import { typedAddressSchema } from "@/lib/kernel/address-schema";
import { draw } from "@/lib/labels/draw";
import { guardRead } from "@/lib/platform/guard";
import { readJson } from "@/lib/platform/read-body";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

/** Each field has a limit of its own; together they are far below this. */
const BODY_AT_MOST = 8_192;

/** How an address stands on a label, drawn as the label draws it. It changes nothing. */
export const POST = (request: Request): Promise<Response> =>
  answering("addresses.drawn", async () => {
    const guarded = await guardRead("settings:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sent = await readJson(request, BODY_AT_MOST);
    if (!sent.ok) return refusedResponse(sent.refusal);
    const address = typedAddressSchema.safeParse(sent.value);
    if (!address.success) return refusedResponse({ code: "invalid" });
    const png = await draw({ kind: "address", address: address.data });
    return new Response(new Uint8Array(png), {
      headers: { "content-type": "image/png", "cache-control": "private, no-store" },
    });
  });
