import type { Actor } from "@/lib/policy/actor";
import type { Clocks } from "./move-clocks";
import type { MoveRequest } from "./move-request";
import type { PlannedMove } from "./plan-moves";

/** Who asks for which move, and what it belongs to. `now` dates everything that is written. */
export type MoveAct = {
  sellerId: string;
  request: MoveRequest;
  actor: Actor;
  now: Date;
  jobId?: string;
  importId?: string;
};

export type WrittenMove = PlannedMove & { eventId: string; clocks: Clocks };
