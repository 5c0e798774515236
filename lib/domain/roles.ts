/** Weakest first: each role may do what the ones before it may. */
export const roles = ['viewer', 'developer', 'admin'] as const;
export type Role = (typeof roles)[number];
