import type { FieldError, FieldErrors } from "react-hook-form";

const isFieldError = (value: object): value is FieldError => "type" in value && typeof value.type === "string";

type Wrong = { path: string; code: string; fieldId: string | undefined };

/** Every wrong field with its code, in the order of the form; the control's id makes a link to it. */
export function wrongFields(errors: FieldErrors, path = ""): Wrong[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (!error || typeof error !== "object" || name === "root") return [];
    const at = path === "" ? name : `${path}.${name}`;
    if (!isFieldError(error)) return wrongFields(error as FieldErrors, at);
    return [{ path: at, code: error.message ?? "invalid", fieldId: idOf(error.ref) }];
  });
}

/** Of radios the form keeps only their name: the first of them stands for all. */
function idOf(ref: FieldError["ref"]): string | undefined {
  const control = ref instanceof HTMLElement ? ref : ref && document.getElementsByName(ref.name)[0];
  return control?.id || undefined;
}
