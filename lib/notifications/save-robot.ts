import type { Db } from "@/db/client";
import { insertRobot, updateRobot } from "@/db/queries/robots";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "../result";
import type { NewRobot, RobotChange } from "./robot-form";
import { robotUrl } from "./robot-kinds";
import { beginWatch } from "./watch-seller";

type Who = { sellerId: string; now: Date };
type NotFound = { code: "not_found" };

/** Adds a robot, switched on; the same id once more is the same robot. */
export function addRobot(
  db: Db,
  { sellerId, now }: Who,
  { robotId, kind, url, secret, ...told }: NewRobot,
): Promise<Result<null, { code: "invalid" }>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<null, { code: "invalid" }>> => {
    const address = robotUrl(kind, url);
    if (address === null) return refuse({ code: "invalid" });
    const keys = { kind, url: address, secret: secret === "" ? null : secret };
    await insertRobot(tx, { sellerId, id: robotId, ...keys, ...told, isOn: true, createdAt: now });
    await beginWatch(tx, sellerId);
    return ok(null);
  });
}

/** Changes what a robot is called, told and speaks, and whether it is told anything at all. */
export const changeRobot = (
  db: Db,
  { sellerId }: Pick<Who, "sellerId">,
  { robotId, ...changes }: RobotChange,
): Promise<Result<null, NotFound>> =>
  withSeller(db, sellerId, async (tx) =>
    (await updateRobot(tx, sellerId, robotId, changes)) ? ok(null) : refuse({ code: "not_found" }),
  );

/** Retires a robot for good and forgets its address; what it was told stays in the mailbox. */
export const retireRobot = (
  db: Db,
  { sellerId, now }: Who,
  { robotId }: { robotId: string },
): Promise<Result<null, NotFound>> =>
  withSeller(db, sellerId, async (tx) =>
    (await updateRobot(tx, sellerId, robotId, { retiredAt: now, isOn: false, url: "", secret: null }))
      ? ok(null)
      : refuse({ code: "not_found" }),
  );
