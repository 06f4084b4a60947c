import type { z } from "zod";
import { ACCOUNT_EVENTS } from "./account";
import { CLAIM_EVENTS } from "./claim";
import { type EventSchemas, eventRegistry, type ReadEvent, type Told } from "./event-registry";
import { IMPORT_EVENTS } from "./import";
import { PARCEL_EVENTS } from "./parcel";
import { REFUND_EVENTS } from "./refund";
import { RETURN_EVENTS } from "./return";
import { SHOP_EVENTS } from "./shop";

/** All events of the product, by what they happen to. */
export const EVENTS = eventRegistry({
  return: RETURN_EVENTS,
  import: IMPORT_EVENTS,
  parcel: PARCEL_EVENTS,
  refund: REFUND_EVENTS,
  claim: CLAIM_EVENTS,
  shop: SHOP_EVENTS,
  account: ACCOUNT_EVENTS,
});

/** An event of a return as its writer names it. */
export type ReturnTold = Told<typeof RETURN_EVENTS>;
/** What an event of a return tells its reader. */
export type ReturnEventData = ReadEvent<typeof RETURN_EVENTS>;
/** An event of an import as its writer names it. */
export type ImportTold = Told<typeof IMPORT_EVENTS>;
/** What an event of an import tells its reader. */
export type ImportEventTells = ReadEvent<typeof IMPORT_EVENTS>;
/** An event of a parcel as its writer names it. */
export type ParcelTold = Told<typeof PARCEL_EVENTS>;
/** An event of a refund as its writer names it. */
export type RefundTold = Told<typeof REFUND_EVENTS>;

/** An event of a claim as its writer names it. */
export type ClaimTold = Told<typeof CLAIM_EVENTS>;

/** Kinds that tell nothing beside that it was done. */
type Silent<Schemas extends EventSchemas> = {
  [Kind in keyof Schemas & string]: Record<string, never> extends z.input<Schemas[Kind]>
    ? { kind: Kind; data?: undefined }
    : never;
}[keyof Schemas & string];

/** An event of the shop itself, and one of an account, as its writer names it. */
export type ShopTold = Told<typeof SHOP_EVENTS> | Silent<typeof SHOP_EVENTS>;
export type AccountTold = Told<typeof ACCOUNT_EVENTS> | Silent<typeof ACCOUNT_EVENTS>;
/** What an event of the shop tells its reader. */
export type ShopEventTells = ReadEvent<typeof SHOP_EVENTS>;
