import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { EXAMPLE_FILES, EXAMPLES } from "@/lib/imports/example-files";
import { answering, refusedResponse } from "@/lib/refused-response";

type Context = { params: Promise<{ name: string }> };

/** A made-up file to fill in, or to compare one's own with. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("imports", async () => {
    const guarded = await guardRead("imports:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { name } = await params;
    const example = EXAMPLES.find((one) => one === name);
    if (!example) return refusedResponse({ code: "not_found" });
    const text = async function* () {
      // A mark at the start, by which spreadsheets know UTF-8.
      yield `\ufeff${EXAMPLE_FILES[example]}`;
    };
    return csvResponse(text(), `homeward-example-${example}.csv`);
  });
