import { eventRegistry, type ReadEvent, type Told } from "./event-registry";
import { IMPORT_EVENTS } from "./import";
import { RETURN_EVENTS } from "./return";

/** All events of the product, by what they happen to. */
export const EVENTS = eventRegistry({ return: RETURN_EVENTS, import: IMPORT_EVENTS });

/** An event of a return as its writer names it. */
export type ReturnTold = Told<typeof RETURN_EVENTS>;
/** What an event of a return tells its reader. */
export type ReturnEventData = ReadEvent<typeof RETURN_EVENTS>;
/** An event of an import as its writer names it. */
export type ImportTold = Told<typeof IMPORT_EVENTS>;
