import { expect, test } from "vitest";
import { attachment, safeFileName } from "./file-name";

test.each([
  ["label.pdf", "label.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\temp\\DHL label.PDF", "DHL label.pdf"],
  ["x.html", "x.html.pdf"],
  ["rma\u202Efdp.exe", "rmafdp.exe.pdf"],
  ["a\r\nSet-Cookie: b\u0000", "aSet-Cookie b.pdf"],
  ["退货面单.png", "退货面单.pdf"],
  ["...", "label.pdf"],
  ["", "label.pdf"],
])("the name %j is shown as %j", (given, shown) => {
  expect(safeFileName(given, "application/pdf")).toBe(shown);
});

test("a name of 300 characters is cut", () => {
  expect(safeFileName("长".repeat(300), "image/png")).toBe(`${"长".repeat(100)}.png`);
});

test("a name cannot break out of its header", () => {
  expect(attachment('a"; filename="x.html')).toBe(
    "attachment; filename=\"a_; filename=_x.html\"; filename*=UTF-8''a%22%3B%20filename%3D%22x.html",
  );
  expect(attachment("面单.pdf")).toBe("attachment; filename=\"__.pdf\"; filename*=UTF-8''%E9%9D%A2%E5%8D%95.pdf");
});
