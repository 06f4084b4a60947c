import { PERMISSIONS_OF, type Permission, type Role } from "../permissions";
import type { TeamEvent } from "./message";

/** What somebody must be able to do for an event to be any of their business. */
const NEEDS: Record<TeamEvent, Permission> = {
  "team.requested": "returns:decide",
  "team.withdrawn": "returns:read",
  "team.imported": "imports:read",
  "team.job_done": "returns:bulk",
  "team.overdue": "returns:decide",
  "team.digest": "returns:read",
};

/** Whether a role can be told of an event at all. */
export const canHear = (role: Role, event: TeamEvent): boolean => PERMISSIONS_OF[role].includes(NEEDS[event]);

/** Without a choice of their own, those who decide are told of everything; the digest is for those who lead. */
const isOnByDefault = (role: Role, event: TeamEvent): boolean =>
  role === "owner" || role === "manager" || (role === "agent" && event !== "team.digest");

/** Whether a member is told of an event: what they chose, else what their role is told. */
export const hears = (role: Role, event: TeamEvent, chosen: boolean | undefined): boolean =>
  canHear(role, event) && (chosen ?? isOnByDefault(role, event));
