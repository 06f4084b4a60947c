import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { soundsOf, spellingsOfCommands } from "@/lib/i18n/spellings";
import { ok } from "@/lib/kernel/result";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { getSession, looksAtSeller } from "@/lib/platform/session";
import { listViews } from "@/lib/returns/kept-views";

/** What the palette cannot know by itself: how its commands can be typed, and the views that a person keeps. */
export const GET = (): Promise<Response> =>
  answering("palette", async () => {
    const session = await getSession();
    if (!session) return refusedResponse({ code: "signed_out" });
    const views =
      looksAtSeller(session) && session.permissions.includes("returns:read")
        ? await withSeller(db, session.seller.id, (tx) => listViews(tx, session.seller.id, session.user.id))
        : [];
    return Response.json(
      ok({
        spellings: spellingsOfCommands(),
        views: views.map((view) => ({ ...view, spelling: soundsOf(view.name) })),
      }),
    );
  });
