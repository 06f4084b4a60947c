import { describe, expect, test } from "vitest";
import { checkContent } from "./check-content";
import { JPEG, PDF, PNG } from "./example-files";

const html = Buffer.from("<!doctype html><html><body><script>alert(1)</script></body></html>");
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>');

describe("what a label upload may be", () => {
  test.each([
    ["application/pdf", PDF],
    ["image/png", PNG],
    ["image/jpeg", JPEG],
  ])("S1-12 a complete %s is taken", async (mime, bytes) => {
    expect(await checkContent(bytes)).toBe(mime);
  });

  test.each([
    ["a web page", html],
    ["a drawing with script", svg],
    ["an archive", Buffer.from("504b0304140000000800", "hex")],
    ["a GIF", Buffer.from("GIF89a0000000000000000")],
    ["a web page behind a PDF header that is not at the start", Buffer.concat([html, PDF])],
    ["nothing known", Buffer.from("hello")],
  ])("%s is refused whatever its name says", async (_, bytes) => {
    expect(await checkContent(bytes)).toEqual({ code: "file_type" });
  });

  test.each([
    ["a PDF without its end", PDF.subarray(0, PDF.length - 8)],
    ["a PDF with a web page behind its end", Buffer.concat([PDF, Buffer.alloc(2000, " "), html])],
    ["a PNG cut in half", PNG.subarray(0, PNG.length - 10)],
    ["a PNG with a web page behind its end", Buffer.concat([PNG, html])],
    ["a JPEG cut in half", JPEG.subarray(0, JPEG.length - 2)],
    ["a JPEG with a web page behind its end", Buffer.concat([JPEG, html])],
  ])("%s is refused as broken", async (_, bytes) => {
    expect(await checkContent(bytes)).toMatchObject({ code: "file_broken" });
  });

  test("a picture of 30,000 by 30,000 pixels is refused", async () => {
    const bomb = Buffer.from(PNG);
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    expect(await checkContent(bomb)).toMatchObject({ code: "file_broken" });
  });
});
