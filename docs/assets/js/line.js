// What kind of line the reader is on, where the browser says it.

/** @typedef {{saveData?: boolean, metered?: boolean, type?: string, effectiveType?: string}} Line */

/** Has the reader asked for few bytes, or is the line slow or paid for by the byte? */
export function isSparing() {
  const line = /** @type {{connection?: Line}} */ (navigator).connection ?? {};
  return Boolean(
    line.saveData ||
      line.metered ||
      line.type === "cellular" ||
      line.effectiveType?.endsWith("2g") ||
      self.matchMedia?.("(prefers-reduced-data: reduce)").matches,
  );
}
