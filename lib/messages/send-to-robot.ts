import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { type Handler, NotYet, type Work } from "@/lib/platform/queue/work";
import { ROBOTS, type RobotKind } from "@/lib/policy/messages/robot-kinds";
import { carryMessage, findOnItsWay, keepMessage } from "./carry-message";
import { type Post, tellRobot } from "./robot-server";
import { countWaiting, findRobot, lockRobot, robotRoomAt } from "./robots";

/** Tells a group robot a message, no faster than its chat takes them, and keeps what is for one that is off or retired. */
export const robotWork =
  (post: Post): Handler =>
  async (db, work) => {
    const message = await findOnItsWay(db, work);
    if (!message) return;
    const { sellerId, now } = work;
    const { robotId } = message;
    const robot = robotId ? await withSeller(db, sellerId, (tx) => findRobot(tx, sellerId, robotId)) : null;
    if (!robotId || !robot?.isOn) return keepMessage(db, work);
    await carryMessage(
      db,
      work,
      message,
      async (mark) => ((await mark()) ? tellRobot(robot, message, now, post) : null),
      (tx) => keepPace(tx, work, robotId, robot.kind),
    );
  };

/**
 * Puts a message off while its robot was told as much as its chat takes; those that wait come in their order. The robot
 * is locked until the message is marked, so that several workers count together.
 */
async function keepPace(tx: Tx, { sellerId, id, now }: Work, robotId: string, kind: RobotKind): Promise<void> {
  await lockRobot(tx, sellerId, robotId);
  for (const pace of ROBOTS[kind].pace) {
    const roomAt = await robotRoomAt(tx, sellerId, { robotId, messageId: id, now, pace });
    if (roomAt === null) continue;
    const ahead = await countWaiting(tx, sellerId, { robotId, messageId: id });
    throw new NotYet(new Date(roomAt.getTime() + Math.floor(ahead / pace.atMost) * pace.seconds * 1000));
  }
}
