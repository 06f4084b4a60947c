import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { aMailSink } from "@/db/testing-mail";

const SENDER = `
  import { setTimeout as pause } from "node:timers/promises";
  import { mailServer } from "./lib/messages/mail-server.ts";
  const server = mailServer(process.env.SINK, "returns@pine.net");
  const mail = { fromName: "Pine", toName: "Mei", toAddress: "mei@mail.net", replyTo: null, language: "en", subject: "Return",
    text: "Hello", html: "<p>Hello</p>", attachments: [] };
  let tries = 0;
  const send = async () => (await server.send({ ...mail, messageId: "m" + ++tries + "@pine.net" })).outcome;
  while ((await send()) !== "done") await pause(50);
  await send();
  console.log(JSON.stringify({ tries }));
  server.close();`;

test("a mail server that is away is one line when it goes and one when it is back, and names nobody", async () => {
  const sink = await aMailSink();
  await sink.leave();
  const args = ["--import", "./scripts/setup/server-side.mjs", "--input-type=module", "--eval", SENDER];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, SINK: sink.url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    if (lines.length === 1) void sink.comeBack();
  });
  await once(child, "close");
  onTestFinished(() => sink.leave());
  const said = lines.map((line) => JSON.parse(line));
  expect(said.map(({ level, msg }) => msg && [level, msg])).toEqual([
    [40, "the mail server does not answer"],
    [30, "the mail server answers again"],
    undefined,
  ]);
  expect(said.at(-1).tries).toBeGreaterThan(2);
  expect(lines.join()).not.toContain("mei@");
});
