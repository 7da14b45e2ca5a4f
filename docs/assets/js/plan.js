// Python's part of the plan: it joins the cards that stand there at once.

/** @param {HTMLElement} plan @param {string} base @param {Record<string, string>} answers */
export async function joinPlan(plan, base, answers) {}

export function leavePlan() {}
