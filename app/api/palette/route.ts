import { withSeller } from "@/db/tenant";
import { soundsOf, spellingsOfCommands } from "@/lib/i18n/spellings";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { looksAtSeller } from "@/lib/platform/session";
import { listViews } from "@/lib/returns/kept-views";

/** What the palette cannot know by itself: how its commands can be typed, and the views that a person keeps. */
export const GET = route({
  name: "palette",
  needs: "session",
  run: async ({ db, session }) => {
    const views =
      looksAtSeller(session) && session.permissions.includes("returns:read")
        ? await withSeller(db, session.seller.id, (tx) => listViews(tx, session.seller.id, session.user.id))
        : [];
    return json({
      spellings: spellingsOfCommands(),
      views: views.map((view) => ({ ...view, spelling: soundsOf(view.name) })),
    });
  },
});
