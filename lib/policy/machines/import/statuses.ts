/** How far an import has come, from its first file to its last row, or back. */
export const IMPORT_STATES = ["uploading", "checking", "checked", "running", "done", "failed", "undone"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

const is =
  <State extends ImportState>(...states: readonly State[]) =>
  (state: ImportState): state is State =>
    states.some((known) => known === state);

/** A new one collects its files. */
export const COLLECTING = "uploading" satisfies ImportState;
export const isCollecting = is(COLLECTING);
/** The worker reads its files, or carries out what it read. */
export const isInCheck = is("checking");
export const RUNNING = "running" satisfies ImportState;
export const isInRun = is(RUNNING);
export const isUnderWay = is("checking", "running");
/** Read, and waiting for somebody's word. */
export const CHECKED = "checked" satisfies ImportState;
export const isChecked = is(CHECKED);
/** Every row is in. */
export const DONE = "done" satisfies ImportState;
export const isIn = is(DONE);
export const hasFailed = is("failed");
export const isTakenBack = is("undone");
/** Its files have been read whole: what was counted can be shown. */
export const isCounted = is("checked", "running", "done", "failed", "undone");
/** It has changed something, or may have: the audit tells of it. */
export const HAS_RUN = ["running", "done", "failed", "undone"] as const satisfies readonly ImportState[];
/** Something of it may stand, which can be taken back. */
export const CAN_STAND = ["done", "failed"] as const satisfies readonly ImportState[];
export const canStand = is(...CAN_STAND);
/** Nobody reads its files again. */
export const needsNoFiles = is("done", "undone");
