"use server";

import { notificationsFormSchema } from "@/lib/messages/notifications-form";
import { newRobotSchema, robotChangeSchema, robotSchema } from "@/lib/messages/robot-form";
import { postJson } from "@/lib/messages/robot-server";
import * as notifications from "@/lib/messages/save-notifications";
import * as robots from "@/lib/messages/save-robot";
import * as tests from "@/lib/messages/test-robot";
import { action } from "@/lib/platform/action";

const PEOPLE = () => ["people"] as const;

export const saveNotifications = action({
  name: "notifications.save",
  needs: "returns:read",
  input: notificationsFormSchema,
  run: ({ db, session }, form) =>
    notifications.saveNotifications(
      db,
      { sellerId: session.seller.id, userId: session.user.id, permissions: session.permissions },
      form,
    ),
  touches: PEOPLE,
});

export const addRobot = action({
  name: "robots.add",
  needs: "settings:write",
  input: newRobotSchema,
  run: ({ db, session, now }, form) =>
    robots.addRobot(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: PEOPLE,
});

export const changeRobot = action({
  name: "robots.change",
  needs: "settings:write",
  input: robotChangeSchema,
  run: ({ db, session, now }, form) =>
    robots.changeRobot(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: PEOPLE,
});

export const retireRobot = action({
  name: "robots.retire",
  needs: "settings:write",
  input: robotSchema,
  run: ({ db, session, now }, form) =>
    robots.retireRobot(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: PEOPLE,
});

export const testRobot = action({
  name: "robots.test",
  needs: "settings:write",
  input: robotSchema,
  run: ({ db, session, now }, { robotId }) =>
    tests.testRobot(db, { sellerId: session.seller.id, sellerName: session.seller.name, robotId, now }, postJson),
});
