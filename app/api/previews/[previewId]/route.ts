import { ok } from "@/lib/kernel/result";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { guardPreview } from "./guard-preview";

type Context = { params: Promise<{ previewId: string }> };

/** How far a preview has come, and what it found; asked again while it runs. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("previews", async () => {
    const guarded = await guardPreview(params);
    return guarded.ok ? Response.json(ok(guarded.value.preview)) : refusedResponse(guarded.refusal);
  });
