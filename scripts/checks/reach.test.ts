import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sourceFiles } from "./house";
import { modesByWord } from "./reach";

const HOME = /^lib\/policy\/reach\.ts$|^db\/seed\//;

it("asks what a channel's reach answers, never a mode by its word", () => {
  const files = sourceFiles().filter(({ path, isTest }) => !isTest && !HOME.test(path));
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap(({ path }) =>
    modesByWord(readFileSync(path, "utf8")).map((line) => `${path}:${line} asks for a mode by its word`),
  );
  expect(found).toEqual([]);
});

it.each([
  'if (channel.mode === "managed") send();',
  'if ("mirrored" !== mode) send();',
  'switch (mode) { case "mirrored": send(); }',
  'const is = ["managed"].includes(mode);',
  'const is = modes.has("managed");',
  'query.where(eq(channels.mode, "managed"));',
  'query.where(inArray(channels.mode, ["managed"]));',
  "const rows = sql`select id from channels where mode = 'mirrored'`;",
  `const rows = sql\`select \${id} from channels c where c.mode = 'mirrored' and c.id = \${id}\`;`,
  `const rows = sql.raw("mode = 'managed'");`,
  'type Row = { mode: "managed" };',
  'const key = isTold ? "mirrored" : "elsewhere";',
])("finds %s", (source) => {
  expect(modesByWord(source)).toEqual([1]);
});

it.each([
  'const AMAZON = { mode: "mirrored" } as const;',
  'const text = t("mirrored", { marketplace });',
  `const text = t(\`then.\${mode}\`);`,
  'const text = t("then.managed");',
  'const isManaged = mode === "query"; // managed',
])("leaves %s", (source) => {
  expect(modesByWord(source)).toEqual([]);
});
