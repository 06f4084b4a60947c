import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { leaving } from "@/lib/platform/outbox/leave";
import { type Handler, NotYet, type Work } from "@/lib/platform/queue/work";
import { ROBOTS } from "@/lib/policy/messages/robot-kinds";
import { type LeavingMessage, messageLedger } from "./message-ledger";
import { type Post, tellRobot } from "./robot-server";
import { countWaiting, findRobot, lockRobot, robotRoomAt } from "./robots";

type RobotRow = NonNullable<Awaited<ReturnType<typeof findRobot>>>;

/** Tells a group robot a message, no faster than its chat takes them, and keeps what is for one that is off or retired. */
export const robotWork = (post: Post): Handler =>
  leaving<LeavingMessage, RobotRow>({
    ledger: messageLedger,
    async receiver(db, { sellerId }, { robotId }) {
      const robot = robotId ? await withSeller(db, sellerId, (tx) => findRobot(tx, sellerId, robotId)) : null;
      return robot?.isOn ? robot : null;
    },
    prepare:
      async (_, { now }, message, robot) =>
      () =>
        tellRobot(robot, message, now, post),
    room: keepPace,
  });

/**
 * Puts a message off while its robot was told as much as its chat takes; those that wait come in their order. The robot
 * is locked until the message is marked, so that several workers count together.
 */
async function keepPace(tx: Tx, { sellerId, id, now }: Work, { id: robotId, kind }: RobotRow): Promise<void> {
  await lockRobot(tx, sellerId, robotId);
  for (const pace of ROBOTS[kind].pace) {
    const roomAt = await robotRoomAt(tx, sellerId, { robotId, messageId: id, now, pace });
    if (roomAt === null) continue;
    const ahead = await countWaiting(tx, sellerId, { robotId, messageId: id });
    throw new NotYet(new Date(roomAt.getTime() + Math.floor(ahead / pace.atMost) * pace.seconds * 1000));
  }
}
