import { z } from "zod";
import { POSTED_INPUT } from "@/lib/kernel/posted";

type Node = {
  type?: string | string[];
  anyOf?: Node[];
  oneOf?: Node[];
  allOf?: Node[];
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  items?: Node;
};
type Branch = Record<string, unknown> | unknown[];

/** A form has no more rows than this, whatever number stands in a name. */
const ROWS_AT_MOST = 500;
const NEVER = new Set(["__proto__", "constructor", "prototype"]);

const shapesOf = (node: Node): Node[] => {
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return inner.length === 0 ? [node] : inner.flatMap(shapesOf);
};

/** What may stand under a name in one of some shapes; nothing: the name means nothing there. */
const under = (shapes: readonly Node[], name: string): Node[] =>
  shapes.flatMap(({ properties, additionalProperties, items }) => {
    if (properties && Object.hasOwn(properties, name)) return shapesOf(properties[name] ?? {});
    if (items && /^\d+$/.test(name) && Number(name) < ROWS_AT_MOST) return shapesOf(items);
    return typeof additionalProperties === "object" && !NEVER.has(name) ? shapesOf(additionalProperties) : [];
  });

/** Texts of fields of one name as the schema has them; what it cannot be is left as it was typed, and refused by it. */
function typedAs(shapes: readonly Node[], texts: readonly string[]): unknown {
  const has = (type: string) => shapes.some((shape) => [shape.type].flat().includes(type));
  const last = texts.at(-1) ?? "";
  if (has("array")) {
    const ofOne = shapes.flatMap(({ items }) => (items ? shapesOf(items) : []));
    return texts.filter((text) => text !== "").map((text) => typedAs(ofOne, [text]));
  }
  if (has("boolean")) return last !== "";
  if (last === "" && has("null")) return null;
  const isNumber = (has("integer") || has("number")) && last.trim() !== "" && Number.isFinite(Number(last));
  return isNumber ? Number(last) : last;
}

function put(root: Branch, way: readonly string[], value: unknown): void {
  const [name = "", ...rest] = way;
  const branch = root as Record<string, unknown>;
  const next = rest[0];
  if (next === undefined) {
    branch[name] = value;
    return;
  }
  const there = Object.hasOwn(branch, name) ? branch[name] : null;
  const inner = typeof there === "object" && there !== null ? there : /^\d+$/.test(next) ? [] : {};
  branch[name] = inner;
  put(inner as Branch, rest, value);
}

/** What the page says beside its fields: what it began with, and what nobody types. */
export function begunIn(form: FormData): object {
  try {
    const found: unknown = JSON.parse(String(form.get(POSTED_INPUT) ?? "{}"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** A form that the browser posted by itself as the input of an act: each field stands where its name says, as its schema has it. */
export function postedInput(schema: z.ZodType, form: FormData): unknown {
  const root = shapesOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Node);
  const input = begunIn(form) as Branch;
  for (const name of new Set(form.keys())) {
    const way = name.split(".");
    const shapes = way.reduce(under, root);
    const texts = form.getAll(name).filter((text) => typeof text === "string");
    if (shapes.length > 0 && !way.some((part) => NEVER.has(part))) put(input, way, typedAs(shapes, texts));
  }
  return input;
}
