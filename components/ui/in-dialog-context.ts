"use client";

import { createContext } from "react";

/** Whether a component stands inside a dialog. */
export const InDialogContext = createContext(false);
