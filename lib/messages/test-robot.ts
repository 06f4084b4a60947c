import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { mailWords } from "./mail-words";
import { type Post, tellRobot } from "./robot-server";
import { robotText } from "./robot-text";
import { findRobot, findSellerName } from "./robots";

export type TestRefusal = { code: "not_found" } | { code: "robot_refused"; said: string };

/** Tells a robot that it works, at once and without the mailbox; a refusal carries the chat's own words. */
export async function testRobot(
  { db, sellerId, now }: Ctx,
  { robotId }: { robotId: string },
  post: Post,
): Promise<Result<null, TestRefusal>> {
  const { robot, sellerName } = await withSeller(db, sellerId, async (tx) => ({
    robot: await findRobot(tx, sellerId, robotId),
    sellerName: await findSellerName(tx, sellerId),
  }));
  if (!robot) return refuse({ code: "not_found" });
  const { mail } = mailWords(robot.locale);
  const letter = {
    locale: robot.locale,
    subject: mail("robotTest.heading"),
    heading: mail("robotTest.heading"),
    blocks: [{ kind: "text" as const, text: mail("robotTest.body", { name: robot.name }) }],
    footer: mail("robotFooter", { seller: sellerName }),
  };
  const message = { subject: letter.subject, text: robotText(robot.kind, letter) };
  const delivery = await tellRobot(robot, message, now, post);
  return delivery.outcome === "done" ? ok(null) : refuse({ code: "robot_refused", said: delivery.error });
}
