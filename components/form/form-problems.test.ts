import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PasswordInput } from "@/components/password-input";
import { TypedBefore } from "@/components/ui/field-context";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh-CN.json";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { FormCheckbox } from "./form-checkbox";
import { FormCounted, FormField, FormProblems } from "./form-problems";
import { FormRadios } from "./form-radios";

/** A toy verb, as any of the product's: its own schema, and a refusal of its own. */
const kite = z.object({ name: z.string().min(1), tails: z.coerce.number().max(3) });
function flyKite(typed: unknown, wind: "calm" | "fair"): Result<string, ActionRefusal> {
  const read = kite.safeParse(typed);
  if (!read.success) {
    const fields = read.error.issues.map(({ path, code }) => [
      path.join("."),
      [code === "too_big" ? code : "required"],
    ]);
    return refuse({ code: "invalid", fields: Object.fromEntries(fields) });
  }
  return wind === "calm" ? refuse({ code: "locked", until: new Date("2026-03-01T10:05:00Z") }) : ok(read.data.name);
}

/** What stands inside is handed over beside these. */
const inside = { children: null };
const LANGUAGES = [
  ["en", en, "Give it a name."],
  ["zh-CN", zh, "请起个名字。"],
] as const;

describe.each(LANGUAGES)("in %s", (locale, messages, ownWords) => {
  const draw = (refusal: ActionRefusal | null) =>
    renderToStaticMarkup(
      createElement(
        NextIntlClientProvider,
        { ...inside, locale, messages, timeZone: "Asia/Shanghai" },
        createElement(
          FormProblems,
          {
            ...inside,
            refusal,
            labels: { name: "Name", tails: "Tails" },
            wordsOf: (name: string) => (name === "name" ? ownWords : undefined),
          },
          createElement(FormField, { ...inside, name: "name" }, createElement(Input, { name: "name" })),
          createElement(FormField, { ...inside, name: "tails" }, createElement(Input, { name: "tails" })),
        ),
      ),
    );
  const refused = (typed: unknown, wind: "calm" | "fair" = "fair") => {
    const answer = flyKite(typed, wind);
    return draw(answer.ok ? null : answer.refusal);
  };

  it("each wrong field is said above, as the way to it, and again at the field", () => {
    const html = refused({ name: "", tails: "4" });
    expect(html).toContain('role="alert"');
    for (const [name, words] of [
      ["name", ownWords],
      ["tails", messages.wrongField.too_big],
    ]) {
      const id = new RegExp(`<input[^>]*id="([^"]*${name})"[^>]*>`).exec(html)?.[1];
      expect(html).toContain(`href="#${id}"`);
      expect(html).toContain(`id="${id}-error"`);
      expect(html.split(String(words))).toHaveLength(3);
    }
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
  });

  it("what concerns no field is said once, with its facts", () => {
    const html = refused({ name: "Dragon", tails: "2" }, "calm");
    expect(html).toContain("18:05");
    expect(html).not.toContain('aria-invalid="true"');
  });

  it("nothing is said where nothing was refused", () => {
    expect(refused({ name: "Dragon", tails: "2" })).not.toContain('role="alert"');
  });
});

describe("each field of the one form", () => {
  const drawn = (children: ReactElement, typed: Record<string, string> = {}) =>
    renderToStaticMarkup(
      createElement(
        NextIntlClientProvider,
        { ...inside, locale: "en", messages: en, timeZone: "UTC" },
        createElement(
          TypedBefore,
          { value: typed },
          createElement(FormProblems, { ...inside, refusal: null }, children),
        ),
      ),
    );
  const nothing = () => undefined;
  const choices = [
    { value: "kite", label: "Kite" },
    { value: "ball", label: "Ball" },
  ];
  const field = (control: ReactElement) => createElement(FormField, { ...inside, name: "a.b" }, control);
  const FIELDS = {
    input: field(createElement(Input, { value: "x", onChange: nothing })),
    "input that keeps its own": field(createElement(Input)),
    select: field(createElement(Select)),
    textarea: field(createElement(Textarea)),
    password: field(createElement(PasswordInput)),
    counted: createElement(FormCounted, { name: "a.b", limit: 9, count: 0 }),
    radios: createElement(FormRadios, { name: "a.b", value: "kite", choices, onChoose: nothing }),
    box: createElement(FormCheckbox, { name: "a.b", checked: true, onChange: nothing, label: "Box" }),
  };

  it.each(Object.entries(FIELDS))("is sent under its name: %s", (_, field) => {
    const controls = drawn(field).match(/<(?:input|select|textarea)\b[^>]*>/g) ?? [];
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls) expect(control).toContain('name="a.b"');
  });

  it("holds what was typed where the browser posted it and it was refused", () => {
    expect(drawn(FIELDS.input, { "a.b": "typed" })).toContain('value="typed"');
    expect(drawn(FIELDS["input that keeps its own"], { "a.b": "typed" })).toContain('value="typed"');
    expect(drawn(FIELDS.radios, { "a.b": "ball" })).toMatch(
      /<input[^>]*checked=""[^>]*value="ball"|<input[^>]*value="ball"[^>]*checked=""/,
    );
    expect(drawn(FIELDS.box, { "a.b": "" })).not.toContain('checked=""');
    expect(drawn(FIELDS.box)).toContain('checked=""');
  });
});
