import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { hasHungUp, isDatabaseDown } from "./database-down";

it("does not take somebody who hung up in the middle of what they sent for a database that is down", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, host: "127.0.0.1", method: "POST", headers: { "content-length": 100 } });
  asked.on("error", () => undefined);
  asked.write("half of ");
  const [incoming] = (await once(server, "request")) as [IncomingMessage];
  const readAll = async () => {
    for await (const _ of incoming) asked.destroy();
  };
  const error = await readAll().catch((thrown: unknown) => thrown);
  expect([hasHungUp(error), isDatabaseDown(error)]).toEqual([true, false]);
  server.close();
});

it("still takes a connection that the database cut for one", () => {
  const cut = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  expect([hasHungUp(cut), isDatabaseDown(new Error("query failed", { cause: cut }))]).toEqual([false, true]);
});
