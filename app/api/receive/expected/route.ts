import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { PRE_ALERT, PRE_ALERT_LIST } from "@/lib/receiving/pre-alert";

/** What is awaited, line by line, as a file for whoever will receive it. */
export const GET = route({
  name: "receive.expected",
  needs: "parcels:receive",
  run: (ctx) => csv(PRE_ALERT_LIST.csv(ctx, PRE_ALERT.usual()), "expected-returns.csv"),
});
