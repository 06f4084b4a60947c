import { ACCOUNT_EVENT_LIST, ACCOUNT_EVENTS } from "@/lib/platform/audit/account-events";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** What happened to one's own account, as a file, all of it. */
export const GET = route({
  name: "account.csv",
  needs: "session",
  run: ({ db, user }) => csv(ACCOUNT_EVENT_LIST.csv({ db, userId: user.id }, ACCOUNT_EVENTS.usual()), "account.csv"),
});
