import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** Waits a few seconds for a web server whose launcher was killed to leave the port, then says who is in the way. */
export async function requireFreePort(port: number): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await isFree(port)) return;
    await pause(250);
  }
  throw new Error(`Port ${port} is taken by another program. End it, or choose another: PORT=${port + 1} npm start`);
}

/** Resolves when something answers on the port. */
export async function waitForPort(port: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await answers(port))) await pause(50);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "localhost", timeout: 2_000 });
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false)).once("timeout", () => answer(false));
  });
