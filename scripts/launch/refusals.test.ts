import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { waitForDatabase, waitUntil } from "./wait-for-database";

const dataDirs = mkdtempSync(join(tmpdir(), "homeward-refusals-"));
afterAll(() => rmSync(dataDirs, { recursive: true, force: true }));

const DATABASE = { DATABASE_URL: "postgres://owner:pw@127.0.0.1:1/shop" };
const PART = { APP_DATABASE_URL: "postgres://app:pw@127.0.0.1:1/shop", APP_URL: "https://shop.example" };
const WEAK = "please-changeme-before-you-go-live-0123456789";
const start = ["scripts/start.mjs"];
const part = (...rest: string[]) => ["scripts/run.mjs", ...rest];

const end = (args: string[], env: Record<string, string>) =>
  new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
    const { PATH, HOME, NODE_ENV } = process.env;
    // Each with a directory of its own: two that start at once in one are another refusal.
    const DATA_DIR = mkdtempSync(join(dataDirs, "one-"));
    const whole = { NODE_ENV, PATH, HOME, DATA_DIR, PORT: "45871", ...env };
    execFile(process.execPath, args, { env: whole }, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, stdout, stderr }),
    );
  });

// Beside each other: each is a program that starts.
test.concurrent.each<[string, string[], Record<string, string>, string]>([
  ["the product without its address", start, { ...DATABASE, AUTH_SECRET: WEAK }, "APP_URL is missing"],
  [
    "the product with a weak secret",
    start,
    { ...DATABASE, ...PART, AUTH_SECRET: WEAK },
    "AUTH_SECRET is too easy to guess",
  ],
  ["a web server without a secret", part("scripts/serve.ts", "web"), PART, "AUTH_SECRET is missing"],
  [
    "a worker with half of the mail settings",
    part("scripts/serve.ts", "worker"),
    { ...PART, AUTH_SECRET: "k3Jx0pQ9vT7mW2sZ8dR5nB4hL6yC1gFa", SMTP_URL: "smtp://mail.internal" },
    "MAIL_FROM is missing",
  ],
  ["the migrations without an owner", part("scripts/migrate.ts"), {}, "DATABASE_URL is missing"],
])("%s ends at once with the variable's name, and no stack", { timeout: 60_000 }, async (_, args, env, sentence) => {
  const done = await end(args, env);
  expect(done.status).toBe(1);
  expect(done.stderr).toContain(sentence);
  expect(done.stderr.trim().split("\n")).toHaveLength(1);
  expect(done.stderr + done.stdout).not.toContain(WEAK);
});

const { signal } = new AbortController();

test("a database that never answers ends the wait with the variable's name and the reason", async () => {
  const waiting = waitForDatabase("DATABASE_URL", "postgres://owner:pw@127.0.0.1:1/shop", { signal, patienceMs: 0 });
  await expect(waiting).rejects.toThrow(/^DATABASE_URL: .*ECONNREFUSED/);
});

test("what takes the call and hangs up is no answer", { timeout: 30_000 }, async () => {
  const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const waiting = waitForDatabase("DATABASE_URL", `postgres://owner:pw@127.0.0.1:${port}/shop`, {
    signal,
    patienceMs: 0,
    answerMs: 300,
  });
  await expect(waiting).rejects.toThrow(/^DATABASE_URL: /);
});

test("a wait ends when what is waited for has come, and when it is told to", async () => {
  const said = vi.spyOn(console, "log").mockReturnValue();
  onTestFinished(() => said.mockRestore());
  let asked = 0;
  await waitUntil(async () => ++asked === 2, signal, "not yet");
  await waitUntil(async () => false, AbortSignal.abort(), "never");
  expect(asked).toBe(2);
  expect(said.mock.calls).toEqual([["not yet Waiting for it."]]);
});
