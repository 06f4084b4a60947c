import { db } from "@/db";
import { readAutomationHistory } from "@/lib/channels/automation-history";
import { isId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

type Context = { params: Promise<{ channelId: string }> };

/** The last month's requests of a channel in groups, for the page to say what each choice would have done with them. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("channels.automation", async () => {
    const guarded = await guardRead("settings:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { channelId } = await params;
    const asked = { sellerId: guarded.value.seller.id, channelId, now: new Date() };
    const history = isId(channelId) ? await readAutomationHistory(db, asked) : null;
    return history ? Response.json(ok(history)) : refusedResponse({ code: "not_found" });
  });
