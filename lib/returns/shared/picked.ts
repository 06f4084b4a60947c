/** How many returns can be picked or left out one by one; more are selected by the filter they match. */
export const PICKED_AT_MOST = 1000;
