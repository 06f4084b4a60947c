import { connect, createServer } from "node:net";
import { afterAll } from "vitest";

/** Longer than the product takes to send what it sends without waiting for an answer. */
const SILENCE_MS = 150;

/**
 * A line to a database that holds each answer back until nothing more is asked, and so can count: how often somebody
 * waits for an answer, and how many transactions are begun.
 */
export async function countingLine(address: string) {
  const url = new URL(address);
  const { hostname, port } = url;
  const counted = { trips: 0, transactions: 0 };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const answers: Buffer[] = [];
    let isWaiting = false;
    let timer: NodeJS.Timeout | undefined;
    const answer = () => {
      timer = undefined;
      isWaiting = false;
      near.write(Buffer.concat(answers.splice(0)));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(answer, SILENCE_MS);
    };
    near.on("data", (sent) => {
      if (!isWaiting) counted.trips += 1;
      isWaiting = true;
      counted.transactions += sent.toString("latin1").split("begin ").length - 1;
      far.write(sent);
      if (timer) later();
    });
    far.on("data", (part) => {
      answers.push(part);
      later();
    });
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => void server.close());
  const place = server.address();
  url.hostname = "127.0.0.1";
  url.port = String(place !== null && typeof place === "object" ? place.port : "");
  return { url: url.href, counted };
}
