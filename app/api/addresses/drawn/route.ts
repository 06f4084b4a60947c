import { typedAddressSchema } from "@/lib/kernel/address-schema";
import { draw } from "@/lib/labels/draw";
import { route } from "@/lib/platform/route";
import { shownFile } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";

/** Each field has a limit of its own; together they are far below this. */
const BODY_AT_MOST = 8_192;

/** How an address stands on a label, drawn as the label draws it. It changes nothing. */
export const POST = route({
  name: "addresses.drawn",
  needs: "settings:read",
  body: jsonBody(typedAddressSchema, BODY_AT_MOST),
  run: async (_, { body: address }) => shownFile("image/png", "address.png", await draw({ kind: "address", address })),
});
