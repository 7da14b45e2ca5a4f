// A file made on this device, handed to the browser to save.

// A browser may still be reading it.
const LONG_ENOUGH = 60_000;

/** @param {string} name @param {Blob} blob */
export function handOver(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}
