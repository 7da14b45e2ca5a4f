// Says so when a part of the page does not get ready, and why, and lets its buttons not be pressed. A plain
// script in old words, apart from all others, so that it runs where they do not: lost, blocked, cut short,
// or in a browser that cannot read them. page.js takes the line away again (letPress).
//
// What is typed meanwhile is put back after "Try again", and is nowhere once it has been.

(function () {
  var TYPED = "second-mortgage-typed-early";
  // A weak line has brought the scripts by then, or will be glad of a word.
  var LATE = 10000;
  var STILL = "You can read and print this page, and call the numbers on it. ";
  var TOO_OLD =
    "This browser is too old for the calculators, or has a setting that turns off what they need. " +
    "They work in Chrome or Edge 95, Firefox 114, Safari 15.4, and in newer ones. " +
    "Another phone or computer may do.";
  var LOST =
    "The rest does not work yet, because a part of the page did not arrive whole. " +
    "Check your connection, then try again.";
  var SLOW =
    "The rest is not ready yet. The connection is slow, or something keeps a part of the page away. " +
    "Wait a little, or try again.";

  /** @returns {HTMLElement[]} the lines of parts that are not ready */
  function waiting() {
    return Array.prototype.slice.call(document.querySelectorAll("[data-unready]"));
  }

  /** @returns {HTMLInputElement[]} */
  function boxes() {
    return Array.prototype.slice.call(document.querySelectorAll("form [data-keep]"));
  }

  function again() {
    /** @type {Record<string, string>} */
    var typed = {};
    boxes().forEach(function (box) {
      if (box.value) typed[box.id] = box.value;
    });
    try {
      sessionStorage.setItem(TYPED, JSON.stringify({ page: location.pathname, typed: typed }));
    } catch (refused) {
      // The browser keeps nothing: then it may still keep what is in a page's boxes.
    }
    location.reload();
  }

  function putBack() {
    try {
      var said = sessionStorage.getItem(TYPED);
      sessionStorage.removeItem(TYPED);
      var kept = JSON.parse(said || "{}");
      if (kept.page !== location.pathname) return;
      boxes().forEach(function (box) {
        if (typeof kept.typed[box.id] === "string") box.value = kept.typed[box.id];
      });
    } catch (refused) {
      // Nothing was kept, or not by us.
    }
  }

  /** @param {Element | null} part */
  function disable(part) {
    var buttons = part ? part.querySelectorAll("button, input[type=file]") : [];
    Array.prototype.forEach.call(buttons, function (button) {
      button.disabled = true;
    });
  }

  /** @param {string} why */
  function say(why) {
    waiting().forEach(function (line) {
      if (line.getAttribute("data-unready") === "said") return;
      line.setAttribute("data-unready", "said");
      line.setAttribute("role", "status");
      var button = document.createElement("button");
      button.type = "button";
      button.className = "md-button";
      button.textContent = "Try again";
      button.addEventListener("click", again);
      line.textContent = STILL + why + " ";
      disable(line.closest("section, details, [data-kept]"));
      line.appendChild(button);
    });
  }

  putBack();
  // Without modules none of the others runs, and none says anything; without the rest some stop midway.
  var isOld =
    !("noModule" in HTMLScriptElement.prototype) || !("at" in Array.prototype) || !("hasOwn" in Object);
  if (isOld) say(TOO_OLD);
  window.addEventListener(
    "error",
    function (event) {
      var from = event.target;
      if (from instanceof HTMLScriptElement) say(LOST);
      else if (event instanceof ErrorEvent && /\/js\/[^/]+\.js/.test(event.filename)) say(LOST);
    },
    true,
  );
  // A script that another one asks for later.
  window.addEventListener("unhandledrejection", function () {
    say(LOST);
  });
  setTimeout(function () {
    say(SLOW);
  }, LATE);
})();
