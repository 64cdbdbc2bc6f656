/** Changes that change nothing that anybody can see, by a part of their name, each with the reason. */
export const EQUAL: readonly string[] = [];
