import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Post } from "@/lib/messages/robot-server";

type Told = { path: string; body: Record<string, unknown> };

/** A chat's server with a ledger of all that it was told; it answers as it is told to, hangs up, or is away. */
export async function aChatServer() {
  const told: Told[] = [];
  let answer: { status: number; body: string } | "hang_up" = { status: 200, body: '{"errcode":0,"code":0}' };
  const open = async (port: number): Promise<Server> => {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        told.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(parts).toString("utf8")) });
        if (answer === "hang_up") return request.socket.destroy();
        return response.writeHead(answer.status, { "Content-Type": "application/json" }).end(answer.body);
      });
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return server;
  };
  let server = await open(0);
  const { port } = server.address() as AddressInfo;
  /** As the product posts, but to this server instead of the vendor's. */
  const post: Post = (url, body) =>
    fetch(url.replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`), {
      method: "POST",
      headers: { Connection: "close" },
      body,
      redirect: "manual",
    });
  return {
    told,
    post,
    answer: (next: Record<string, unknown> | "hang_up") => {
      answer = next === "hang_up" ? next : { status: 200, body: JSON.stringify(next) };
    },
    leave: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    comeBack: async () => {
      server = await open(port);
    },
  };
}
