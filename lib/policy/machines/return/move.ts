import type { ActorKind } from "../../actor";
import { type Case, type MachineRefusal, moveOf } from "../machine";
import type { ReturnEffect } from "./effects";
import type { ReturnRefusal } from "./refusals";
import type { Status } from "./statuses";
import type { MoveFacts, ReturnSubject } from "./subject";

/** The words of the return's machine. */
export type ReturnWords = {
  status: Status;
  actor: ActorKind;
  subject: ReturnSubject;
  refusal: ReturnRefusal;
  effect: ReturnEffect;
};

/** What a check reads of a case: some facts of the return and what was said. */
export type CaseOf<Facts extends keyof MoveFacts, Input = object> = Case<ReturnWords, Input, Pick<MoveFacts, Facts>>;
export type WholeCase<Input = object> = Case<ReturnWords, Input>;

/**
 * One move of a return. Beside what every machine knows: `isHandedOver` where a person has to carry it out on a
 * marketplace that Homeward only mirrors (P-19).
 */
export const move = moveOf<ReturnWords>();

export type MoveRefusal = MachineRefusal<ReturnWords>;
