import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MAX_BODY_BYTES, readBody, readForm, readJson } from "./read-body";

const url = "http://localhost/";

/** A body without an end, sent without its length; `sent` counts what was taken of it. */
function endless() {
  const counter = { sent: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      counter.sent += 64 * 1024;
      controller.enqueue(new Uint8Array(64 * 1024).fill(48));
    },
  });
  return { counter, request: new Request(url, { method: "POST", body, duplex: "half" } as RequestInit) };
}

it.each([
  ["bytes", readBody],
  ["JSON", readJson],
  ["a form", readForm],
])("U06 takes no more of a body than its limit, as %s", async (_, read) => {
  const { counter, request } = endless();
  expect(await read(request)).toEqual({ ok: false, refusal: { code: "body_too_large", limit: MAX_BODY_BYTES } });
  expect(counter.sent).toBeLessThan(MAX_BODY_BYTES + 4 * 64 * 1024);
});

it("refuses by the length that is told, before it comes", async () => {
  const { counter, request } = endless();
  request.headers.set("content-length", String(MAX_BODY_BYTES + 1));
  expect(await readBody(request)).toMatchObject({ refusal: { code: "body_too_large" } });
  expect(counter.sent).toBeLessThan(3 * 64 * 1024);
});

it("reads what is within the limit, and null where it is nothing", async () => {
  const post = (body: BodyInit) => new Request(url, { method: "POST", body });
  expect(await readJson(post('{"a":1}'))).toEqual({ ok: true, value: { a: 1 } });
  expect(await readJson(post("{"))).toEqual({ ok: true, value: null });
  const form = await readForm(post(new URLSearchParams({ a: "ü" })));
  expect(form.ok && form.value?.get("a")).toBe("ü");
  expect(await readForm(post("x"))).toEqual({ ok: true, value: null });
});

it("U06 every handler reads its body by these, or hands it to what counts it", () => {
  const folder = join(import.meta.dirname, "../../app");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const raw = /\b(request|req)\.(json|text|formData|arrayBuffer|blob)\(/;
  expect(files.filter((name) => raw.test(readFileSync(join(folder, name), "utf8")))).toEqual([]);
});
