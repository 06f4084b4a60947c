import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { isDatabaseDown } from "@/lib/platform/database-down";
import { openAppPool } from "./client";
import { lastingPool } from "./lasting-pool";

const ENTER = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 0]);
const READY = Buffer.from([90, 0, 0, 0, 5, 73]);
const DONE = Buffer.from("C\0\0\0\rSELECT 0\0", "latin1");

type Answer = "answers" | "is silent" | "leaves";

/** A server that lets everybody in and does with each message as it is told; what it is asked stands in `asked`. */
async function aServer(on: (message: string, asked: readonly string[]) => Answer) {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([ENTER, READY]));
      socket.on("data", (bytes) => {
        const message = bytes.toString("latin1");
        const answer = on(message, asked);
        asked.push(message);
        if (answer === "answers")
          for (let at = 0; at < bytes.length; at += 1 + bytes.readUInt32BE(at + 1))
            socket.write(Buffer.concat([DONE, READY]));
        if (answer !== "leaves") return;
        server.close();
        socket.end();
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const pool = lastingPool((onclose) => openAppPool(`postgres://x@127.0.0.1:${port}/x`, { onclose, max: 3 }), {
    answeredWithinMs: 200,
    leftAloneMs: 20,
  });
  onTestFinished(async () => {
    await pool.end({ timeout: 0 });
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { pool, asked };
}

const lost = (question: Promise<unknown>): Promise<boolean> =>
  question.then(
    () => false,
    (error: unknown) => isDatabaseDown(error),
  );

test("a connection that is lost as it opens is told to whoever asked: it was asked nothing before", async () => {
  const { pool, asked } = await aServer(() => "leaves");
  expect(await lost(pool.begin((tx) => tx.unsafe("select 1")))).toBe(true);
  expect(asked).toEqual([expect.stringContaining("begin")]);
});

test.each(["begin", "select", "commit"])("a server that is silent at %s holds nobody for ever", async (word) => {
  const isFirst = (message: string, asked: readonly string[]) =>
    message.includes(word) && !asked.some((earlier) => earlier.includes(word));
  const { pool } = await aServer((message, asked) => (isFirst(message, asked) ? "is silent" : "answers"));
  const ask = () => pool.begin((tx) => tx.unsafe("select 1"));
  expect(await lost(ask())).toBe(true);
  expect(await lost(ask())).toBe(false);
});

test("a question outside a transaction is not waited for for ever either", async () => {
  const { pool } = await aServer((_, asked) => (asked.length === 0 ? "is silent" : "answers"));
  expect(await lost(pool.unsafe("select 1"))).toBe(true);
  expect(await lost(pool.unsafe("select 1"))).toBe(false);
});
