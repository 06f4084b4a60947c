import { expect, it } from "vitest";
import { ROLES } from "../permissions";
import { TEAM_EVENTS } from "./message";
import { canHear, hears } from "./preferences";

it("S1-01 without a choice those who decide are told, and the digest goes to those who lead", () => {
  const told = Object.fromEntries(
    ROLES.map((role) => [role, TEAM_EVENTS.filter((event) => hears(role, event, undefined))]),
  );
  expect(told).toEqual({
    owner: TEAM_EVENTS,
    manager: TEAM_EVENTS,
    agent: TEAM_EVENTS.filter((event) => event !== "team.digest"),
    warehouse: [],
    viewer: [],
  });
});

it("a choice counts, except for what the role has nothing to do with", () => {
  expect(hears("owner", "team.requested", false)).toBe(false);
  expect(hears("viewer", "team.digest", true)).toBe(true);
  expect(hears("viewer", "team.requested", true)).toBe(false);
  expect(canHear("warehouse", "team.withdrawn")).toBe(true);
});
