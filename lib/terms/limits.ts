/** Characters of why a version was published. */
export const WHY_AT_MOST = 500;
