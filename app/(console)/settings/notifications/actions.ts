"use server";

import { newRobotSchema, robotChangeSchema, robotSchema } from "@/lib/messages/robot-input";
import { postJson } from "@/lib/messages/robot-server";
import * as notifications from "@/lib/messages/save-notifications";
import { saveNotificationsSchema } from "@/lib/messages/save-notifications";
import * as robots from "@/lib/messages/save-robot";
import * as tests from "@/lib/messages/test-robot";
import { action } from "@/lib/platform/action";

const PEOPLE = () => ["people"] as const;

export const saveNotifications = action({
  name: "notifications.save",
  needs: "returns:read",
  input: saveNotificationsSchema,
  run: notifications.saveNotifications,
  touches: PEOPLE,
});

export const addRobot = action({
  name: "robots.add",
  needs: "settings:write",
  input: newRobotSchema,
  run: robots.addRobot,
  touches: PEOPLE,
});

export const changeRobot = action({
  name: "robots.change",
  needs: "settings:write",
  input: robotChangeSchema,
  run: robots.changeRobot,
  touches: PEOPLE,
});

export const retireRobot = action({
  name: "robots.retire",
  needs: "settings:write",
  input: robotSchema,
  run: robots.retireRobot,
  touches: PEOPLE,
});

export const testRobot = action({
  name: "robots.test",
  needs: "settings:write",
  input: robotSchema,
  run: (ctx, input) => tests.testRobot(ctx, input, postJson),
});
