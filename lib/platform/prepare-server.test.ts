import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { prepareServer } from "./prepare-server";

const ask = (port: number, headers: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", headers }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += part)).on("end", () => resolve(text));
    });
    sent.on("error", reject).end();
  });

it("N01 a caller cannot choose the address it is counted by, nor the host it came to", async () => {
  Object.assign(process.env, {
    APP_DATABASE_URL: "postgres://app@127.0.0.1/homeward",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "k3jh4kj5h6k7jh8l9mnbvcxzasdfghjk",
    INSTANCE_ID: "a1b2c3",
  });
  prepareServer();
  const server = createServer(({ headers }, response) => {
    response.end(JSON.stringify([headers["x-forwarded-for"], headers["x-forwarded-host"] ?? null]));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const spoofed: Record<string, string> = { "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "evil.test" };
  for (const headers of [{}, spoofed]) {
    expect(JSON.parse(await ask(port, headers))).toEqual(["127.0.0.1", null]);
  }
});
