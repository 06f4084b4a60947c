import { z } from "zod";
import { isId } from "./ids";

export const idSchema = z.stringFormat("uuid", isId);
