import { z } from "zod";
import { LOCALES } from "@/lib/kernel/locale";
import { idSchema } from "@/lib/kernel/schemas";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { ROBOT_KINDS, ROBOT_NAME_AT_MOST, ROBOTS, robotUrl } from "@/lib/policy/messages/robot-kinds";

const SECRET_AT_MOST = 200;

const told = {
  robotId: idSchema,
  name: z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1).max(ROBOT_NAME_AT_MOST)),
  locale: z.enum(LOCALES),
  events: z.array(z.enum(TEAM_EVENTS)).min(1).max(TEAM_EVENTS.length),
};

/** A new robot. Its id is made by the page, so that the same submit twice is one robot. */
export const newRobotSchema = z
  .strictObject({
    ...told,
    kind: z.enum(ROBOT_KINDS),
    url: z.string().trim().min(1).max(500),
    secret: z.string().trim().max(SECRET_AT_MOST),
  })
  .superRefine(({ kind, url, secret }, context) => {
    if (robotUrl(kind, url) === null) context.addIssue({ code: "custom", path: ["url"], message: "robot_url" });
    if (secret !== "" && !ROBOTS[kind].canSign) context.addIssue({ code: "custom", path: ["secret"] });
  });
export type NewRobot = z.infer<typeof newRobotSchema>;

/** What can be changed of a robot; another address is another robot. */
export const robotChangeSchema = z.strictObject({ ...told, isOn: z.boolean() });
export type RobotChange = z.infer<typeof robotChangeSchema>;

export const robotSchema = z.strictObject({ robotId: idSchema });
