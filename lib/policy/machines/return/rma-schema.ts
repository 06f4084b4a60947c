import { z } from "zod";
import { rmaFormatProblem } from "./rma";

export const rmaFormatSchema = z.string().superRefine((format, context) => {
  const message = rmaFormatProblem(format);
  if (message) context.addIssue({ code: "custom", message });
});
