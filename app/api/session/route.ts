import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";

/** Who is signed in now, for a page that was drawn earlier. */
export const GET = route({
  name: "session",
  needs: "session",
  run: ({ user }) => json({ email: user.email }),
});
