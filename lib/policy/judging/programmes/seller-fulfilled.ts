import { DEFAULT_RMA_FORMAT } from "../../machines/return/rma";
import { TERMS } from "../../terms/rows";
import type { Policy } from "../../terms/terms";

/** What a new channel of this programme starts with; from then on its own stored policy counts. */
export const defaultPolicy: Policy = {
  terms: TERMS.initially,
  operation: {
    automation: { choice: "each", withinDays: null, exempt: "manual", isOnForMirrored: false },
    exemptions: { categories: [] },
    calendar: { restDays: [6, 7], closedOn: [] },
    clocks: {
      answerHours: 24,
      answerConsequence: "nothing",
      expireDays: 50,
      sendBackDays: 30,
      transitDays: 15,
      labelDays: 5,
      arriveDays: 15,
      refundDays: 2,
      refundConsequence: "nothing",
      completeDays: 30,
    },
    undoSeconds: 15,
    requestMail: { isOn: true, hasLinks: true },
    instructions: {},
    addressRules: [],
    rma: { format: DEFAULT_RMA_FORMAT, isOwn: false },
    labels: { labelSize: null, slipSize: null, costMinor: null, costAbroadMinor: null },
    freeReturnCountries: [],
  },
};
