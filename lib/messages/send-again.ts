import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { addWork } from "@/lib/platform/queue/lease";
import { canSendAgain } from "@/lib/policy/messages/message";
import { deliverable } from "./mail-address";
import { carriedAs, lockSending, resendMessage } from "./messages";
import { findRobot } from "./robots";

type Again = {
  messageId: string;
  /** As somebody has read, or corrected it; a robot's is its own. */
  address: string;
  hasServer: boolean;
};
export type AgainRefusal =
  | { code: "not_found" }
  | { code: "no_mail_server" }
  /** What is for a robot that is switched off or retired. */
  | { code: "robot_off" }
  | { code: "bad_email" }
  | { code: "fixed_address" }
  | { code: "already_on_its_way"; state: string };

/** Puts a message that did not arrive, or was kept, on its way once more: the same words under the same Message-ID. */
export async function sendAgain(
  { db, sellerId }: Ctx,
  { messageId, address, hasServer }: Again,
): Promise<Result<null, AgainRefusal>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<null, AgainRefusal>> => {
    const message = await lockSending(tx, sellerId, messageId);
    if (!message) return refuse({ code: "not_found" });
    const { robotId } = message;
    const robot = robotId ? await findRobot(tx, sellerId, robotId) : null;
    if (robotId && !robot?.isOn) return refuse({ code: "robot_off" });
    if (!robotId && !hasServer) return refuse({ code: "no_mail_server" });
    const toAddress = robotId ? null : deliverable(address);
    if (!robotId && !toAddress) return refuse({ code: "bad_email" });
    // A personal link goes to its person, not to whoever types an address here.
    if (message.kind.startsWith("member.") && toAddress !== deliverable(message.toAddress))
      return refuse({ code: "fixed_address" });
    if (!canSendAgain(message.state)) return refuse({ code: "already_on_its_way", state: message.state });
    await resendMessage(tx, sellerId, messageId, toAddress);
    await addWork(tx, { sellerId, kind: carriedAs(robotId), id: messageId });
    return ok(null);
  });
}
