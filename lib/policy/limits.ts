/** Characters a person may write, counted as JavaScript does. */
export const COMMENT_AT_MOST = 4000;
export const NOTE_AT_MOST = 2000;
export const INSTRUCTIONS_AT_MOST = 1000;
export const CARRIER_AT_MOST = 60;
export const TRACKING_AT_MOST = 60;
/** Items of an order that somebody types in. */
export const ITEMS_AT_MOST = 20;
/** Returns that one act assigns, notes, tags, snoozes or writes about, in the request itself. */
export const RETURNS_AT_ONCE = 1000;
/** Characters of a saved view's name, of its query, and how many views one person keeps. */
export const VIEW_NAME_AT_MOST = 60;
export const VIEW_QUERY_AT_MOST = 2000;
export const VIEWS_AT_MOST = 50;

/** How long an invitation can be accepted, in days. */
export const INVITE_DAYS = 7;

/** Characters of why a version was published. */
export const WHY_AT_MOST = 500;

/** Characters of a tag, and how many one return bears and a shop knows. */
export const TAG_AT_MOST = 40;
export const TAGS_AT_MOST = 10;
export const TAGS_OF_SHOP_AT_MOST = 200;
/** How far ahead a return may be snoozed, in days. */
export const SNOOZE_DAYS_AT_MOST = 90;

/** Other returns of an order and a buyer that are listed beside one; as many as that may be more. */
export const RELATED_AT_MOST = 20;

/** How far ahead a buyer can be given time. */
export const EXTENDED_DAYS_AT_MOST = 365;

/** How many returns can be picked or left out one by one; more are selected by the filter they match. */
export const PICKED_AT_MOST = 1000;
