export const LABEL_KINDS = ["unpaid", "prepaid", "own"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];
export const PAYERS = ["seller", "carrier", "buyer", "marketplace"] as const;
export type Payer = (typeof PAYERS)[number];

/** Why automation authorizes a request, or leaves it to a person. */
export const AUTOMATION_CAUSES = [
  "professional_in_policy",
  "choice_all",
  "choice_policy",
  "choice_each",
  "out_of_policy",
  "older_than_limit",
  "exempt_manual",
  "exempt_automatic",
  "left_by_marketplace",
  "too_many_units",
  "dispute_path",
  "paused",
  "sku_manual",
  "sku_automatic",
  "not_handed_over",
  "on_its_way",
  "order_cancelled",
  "returnless",
] as const;
export type AutomationCause = (typeof AUTOMATION_CAUSES)[number];
