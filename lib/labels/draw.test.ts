import { expect, test } from "vitest";
import { TaskEnded } from "@/lib/platform/threads/task-thread";
import { draw } from "./draw";

const address = {
  ...{ recipient: "Depot", line1: "1 Way", line2: null, city: "Reno", region: "NV", postalCode: "89501" },
  ...{ country: "US", phone: null },
};
const isPng = (bytes: Uint8Array) => Buffer.from(bytes.subarray(1, 4)).toString() === "PNG";

test("what takes too long is ended with its thread, and what waits behind it is drawn by a new one", async () => {
  const ended = draw({ kind: "address", address }, 0.001);
  const behind = draw({ kind: "address", address });
  await expect(ended).rejects.toBeInstanceOf(TaskEnded);
  expect(isPng(await behind)).toBe(true);
});

test("a file that is no picture is answered with an error, and ends nothing", async () => {
  const file = Buffer.from("%PDF-1.7\nnothing of the kind");
  await expect(draw({ kind: "jpeg", file, atMostBytes: 1000 })).rejects.toThrow();
  expect(isPng(await draw({ kind: "address", address }))).toBe(true);
});
