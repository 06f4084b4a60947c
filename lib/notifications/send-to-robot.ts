import { findRobot } from "@/db/queries/robots";
import { withSeller } from "@/db/tenant";
import type { Handler } from "../jobs/work";
import { carryMessage, findOnItsWay, keepMessage } from "./carry-message";
import { type Post, tellRobot } from "./robot-server";

/** Tells a group robot a message, and keeps what is for a robot that is switched off or retired. */
export const robotWork =
  (post: Post): Handler =>
  async (db, work) => {
    const message = await findOnItsWay(db, work);
    if (!message) return;
    const { sellerId, now } = work;
    const { robotId } = message;
    const robot = robotId ? await withSeller(db, sellerId, (tx) => findRobot(tx, sellerId, robotId)) : null;
    if (!robot?.isOn) return keepMessage(db, work);
    await carryMessage(db, work, message, async (mark) =>
      (await mark()) ? tellRobot(robot, message, now, post) : null,
    );
  };
