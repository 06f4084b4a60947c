import { addressesCsv } from "@/lib/channels/addresses-csv";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The return addresses as a file. */
export const GET = route({
  name: "settings.addresses.csv",
  needs: "settings:read",
  run: (ctx) => csv(addressesCsv(ctx), "addresses.csv"),
});
