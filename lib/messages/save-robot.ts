import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { beginWatch } from "@/lib/platform/outbox/begin-watch";
import { changesBetween, type ToldFields } from "@/lib/policy/events/changes";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { robotUrl } from "@/lib/policy/messages/robot-kinds";
import type { NewRobot, RobotChange } from "./robot-input";
import { insertRobot, lockRobot, updateRobot } from "./robots";

type NotFound = { code: "not_found" };

type Told = Pick<RobotChange, "name" | "locale" | "events" | "isOn">;

/** A robot as the audit tells it: nothing of where it is reached, or how it is signed. */
const toldRobot = ({ name, locale, events, isOn }: Told): ToldFields => ({
  name,
  locale,
  events: TEAM_EVENTS.filter((event) => events.includes(event)),
  isOn,
});

/** Adds a robot, switched on; the same id once more is the same robot. */
export function addRobot(
  { db, sellerId, actor, now }: Ctx,
  { robotId, kind, url, secret, ...told }: NewRobot,
): Promise<Result<null, { code: "invalid" }>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<null, { code: "invalid" }>> => {
    const address = robotUrl(kind, url);
    if (address === null) return refuse({ code: "invalid" });
    const keys = { kind, url: address, secret: secret === "" ? null : secret };
    const robot = { ...told, isOn: true };
    if (await insertRobot(tx, { sellerId, id: robotId, ...keys, ...robot, createdAt: now })) {
      const subject = { id: robotId, name: told.name };
      const data = { isNew: true, changes: changesBetween(null, { ...toldRobot(robot), chat: kind }) };
      await addSellerEvent(tx, { sellerId, kind: "robot_saved", actor, now, subject, data });
    }
    await beginWatch(tx, sellerId);
    return ok(null);
  });
}

/** Changes what a robot is called, told and speaks, and whether it is told anything at all. */
export const changeRobot = (
  { db, sellerId, actor, now }: Ctx,
  { robotId, ...robot }: RobotChange,
): Promise<Result<null, NotFound>> =>
  withSeller(db, sellerId, async (tx) => {
    const known = await lockRobot(tx, sellerId, robotId);
    if (!known) return refuse({ code: "not_found" });
    const changes = changesBetween(toldRobot(known), toldRobot(robot));
    if (changes.length === 0) return ok(null);
    await updateRobot(tx, sellerId, robotId, robot);
    const subject = { id: robotId, name: robot.name };
    await addSellerEvent(tx, { sellerId, kind: "robot_saved", actor, now, subject, data: { changes } });
    return ok(null);
  });

/** Retires a robot for good and forgets its address; what it was told stays in the mailbox. */
export const retireRobot = (
  { db, sellerId, actor, now }: Ctx,
  { robotId }: { robotId: string },
): Promise<Result<null, NotFound>> =>
  withSeller(db, sellerId, async (tx) => {
    const known = await lockRobot(tx, sellerId, robotId);
    if (!known) return refuse({ code: "not_found" });
    await updateRobot(tx, sellerId, robotId, { retiredAt: now, isOn: false, url: "", secret: null });
    const subject = { id: robotId, name: known.name };
    await addSellerEvent(tx, { sellerId, kind: "robot_retired", actor, now, subject });
    return ok(null);
  });
