"use server";

import * as announce from "@/lib/parcels/announce-parcel";
import { loseParcel as lose, loseInput } from "@/lib/parcels/lose-parcel";
import { action } from "@/lib/platform/action";

const RETURNS = () => ["returns"] as const;

/** Under which number goods travel back, as the buyer or the carrier said. */
export const announceParcel = action({
  name: "parcels.announce",
  needs: "returns:note",
  input: announce.announceInput,
  run: announce.announceParcel,
  touches: RETURNS,
});

export const correctParcel = action({
  name: "parcels.correct",
  needs: "returns:note",
  input: announce.correctInput,
  run: announce.correctParcel,
  touches: RETURNS,
});

export const loseParcel = action({
  name: "parcels.lose",
  needs: "parcels:receive",
  input: loseInput,
  run: lose,
  touches: RETURNS,
});
