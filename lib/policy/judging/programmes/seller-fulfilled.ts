import { DEFAULT_RMA_FORMAT } from "../../machines/return/rma";
import type { Policy } from "../../terms/terms";

/** What a new channel of this programme starts with; from then on its own stored policy counts. */
export const defaultPolicy: Policy = {
  terms: {
    window: { days: 30, transitAllowanceDays: 10, byCategory: [], bySku: [], holidays: [] },
    notReturnable: { categories: [], skus: [] },
    faultByReason: {
      default: "buyer",
      reasons: {
        unauthorized_purchase: "seller",
        box_and_item_damaged: "carrier",
        wrong_item_sent: "seller",
        item_damaged: "seller",
        defective: "seller",
        missing_parts: "seller",
        extra_item: "seller",
        bad_description: "seller",
        too_late: "seller",
        undeliverable: "carrier",
        counterfeit: "seller",
        empty_parcel: "seller",
        short_quantity: "seller",
      },
    },
    freightByReason: {},
    returnless: { rules: [], noLocalAddressUpToMinor: null },
    restocking: { latePercent: 20, damagedPercent: 50, differentPercent: 100 },
    freeReturn: {
      requestDays: 15,
      extraDaysAfterPromise: 15,
      excludedReasons: ["counterfeit", "empty_parcel", "short_quantity", "wrong_item_sent"],
    },
  },
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
