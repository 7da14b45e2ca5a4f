// Where this site is: its folder, which other sites on the same host do not share.

const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="manifest"]'));

export const root = new URL(".", link?.href ?? location.href);
