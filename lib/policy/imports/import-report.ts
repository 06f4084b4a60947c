/** Why a return stays when its import is taken back. */
export type StayReason = "sent" | "done_there" | "decided" | "later_import" | "touched";
/** Why an order stays when its import is taken back. */
export type OrderStayReason = "has_return" | "later_import" | "touched";

/** What a file turned out to be; `refusal` when it was refused whole. */
export type FileReport = {
  id: string;
  name: string;
  size: number;
  modifiedAt: string;
  format: string | null;
  encoding: string | null;
  rows: number;
  /** Facts that no row of it holds, and the names of columns that nobody reads; missing in older imports. */
  lacks?: string[];
  unread?: string[];
  unreadCount?: number;
  /** Of how many orders it speaks that are cancelled, by it or by what was known. */
  cancelled?: number;
  refusal: ({ code: string } & Record<string, unknown>) | null;
};

/** A file that a worker has open, and which worker. */
export type OpenedFile = { fileId: string; worker: string };

/**
 * What an import does by itself: by its check what it will do, once it is over what it did. `messages` go to buyers,
 * `kept` have no address; `handovers` are entries of what is to be done on the marketplace; `followed` are known returns
 * that the file's word moves on, missing in older imports.
 */
export type ImportEffects = {
  authorized: number;
  followed?: number;
  messages: number;
  kept: number;
  handovers: number;
  undoSeconds: number;
};

/** A return that stayed when its import was taken back. */
export type StayedReturn = { returnId: string; number: number; why: StayReason };
/** An order that stayed when its import was taken back. */
export type StayedOrder = { orderId: string; number: string; why: OrderStayReason };
/** What stayed of an import, by its kind. */
export type Stayed = StayedReturn | StayedOrder;

export type ImportWarning = { code: string } & Record<string, unknown>;

export type ImportCounts = { newCount: number; changedCount: number; unchangedCount: number; refusedCount: number };

/** Whether an import has rows, and not one of them can be read: most likely its columns were chosen wrongly. */
export const hasNothingRead = ({ newCount, changedCount, unchangedCount, refusedCount }: ImportCounts): boolean =>
  refusedCount > 0 && newCount + changedCount + unchangedCount === 0;
