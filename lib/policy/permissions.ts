export const ROLES = ["owner", "manager", "agent", "warehouse", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** `noun:verb`; what a page or an action asks for. */
export const PERMISSIONS = [
  "returns:read",
  "returns:decide",
  "returns:note",
  "returns:bulk",
  "returns:assign",
  /** Money goes back; above somebody's own limit a second person approves it. */
  "refunds:make",
  "refunds:approve",
  /** What comes back is unpacked, graded and put away. */
  "parcels:receive",
  "imports:read",
  "imports:run",
  "addresses:write",
  "settings:read",
  "settings:write",
  "team:write",
  "audit:read",
  "insights:read",
  "demo:remove",
  /** Files with what belongs to buyers or to members: names, addresses, orders, words. */
  "data:export",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READ = ["returns:read", "imports:read", "settings:read"] as const satisfies readonly Permission[];
const WORK = [
  ...READ,
  "returns:decide",
  "returns:note",
  "returns:bulk",
  "returns:assign",
  "refunds:make",
  "parcels:receive",
  "imports:run",
  "addresses:write",
] as const;

/** What each role may do; platform support reads, takes nothing away and changes nothing. */
export const PERMISSIONS_OF: Record<Role | "support", readonly Permission[]> = {
  owner: PERMISSIONS,
  manager: [...WORK, "refunds:approve", "settings:write", "audit:read", "insights:read", "data:export"],
  agent: WORK,
  warehouse: [...READ, "returns:note", "parcels:receive"],
  viewer: [...READ, "insights:read"],
  support: [...READ, "audit:read", "insights:read"],
};
