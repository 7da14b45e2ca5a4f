// Prints one thing alone, without the page around it: an answer under a name, a loan and a date, or a
// letter. Loaded when it is asked for. papers.css has the sheets.

import { askPaper } from "./engine.js";
import { figures, news } from "./household.js";
import { whyNot } from "./progress.js";
import { today } from "./today.js";

const HEADERS =
  "If your browser adds an address at the top or the foot of the paper, turn off “Headers and footers” " +
  "where it asks how to print.";
const READ = "It shows the figures that you typed. Read it before you hand it to anyone.";
const LAST_DIGITS = /\w{1,4}$/;

const link = document.createElement("link");
/** @type {Promise<unknown> | null} */
let dressed = null;

/** The styles of sheets, which no page needs until it prints one. The theme may take them away again. */
export function dress() {
  if (dressed && link.isConnected) return dressed;
  dressed = new Promise((done) => {
    link.rel = "stylesheet";
    link.href = new URL("../css/papers.css", import.meta.url).href;
    link.onload = link.onerror = done;
    document.head.append(link);
  });
  return dressed;
}

/**
 * Papers that go to different people each begin with page 1.
 * @param {HTMLElement[]} papers
 */
export function numberEach(papers) {
  for (const [at, paper] of papers.entries()) {
    const name = `paper-${at}`;
    const foot = `@bottom-left { content: none; } @bottom-right { content: "Page " counter(${name}); font: 9pt sans-serif; }`;
    link.sheet?.insertRule(`@page ${name} { margin: 16mm 18mm 18mm; counter-increment: ${name}; ${foot} }`);
    paper.style.setProperty("page", name);
  }
}

/** Takes the sheets away again. */
let leave = () => {};
news.addEventListener("forgotten", () => leave());

/**
 * @param {Node} paper
 * @param {"answer" | "letter" | "pile" | "send"} kind how its sheets are numbered
 * @param {string} title what a browser proposes as a file's name: nothing that was typed
 */
export async function printAlone(paper, kind, title) {
  await dress();
  leave();
  const page = document.documentElement;
  const before = document.title;
  const sheets = document.createElement("div");
  sheets.id = "paper";
  sheets.className = `md-typeset paper-${kind}`;
  sheets.append(paper);
  document.body.append(sheets);
  page.dataset.print = "paper";
  document.title = title;
  leave = () => {
    leave = () => {};
    sheets.remove();
    delete page.dataset.print;
    document.title = before;
  };
  window.addEventListener("afterprint", () => leave(), { once: true });
  window.print();
}

/** @param {HTMLElement} answer */
export function printLetter(answer) {
  const sheet = /** @type {HTMLElement} */ (answer.querySelector(".letter-sheet"));
  printAlone(sheet.cloneNode(true), "letter", "Letter");
}

/**
 * Asks what shall stand over the answer, and prints it. What is typed here is for this print alone.
 * @param {HTMLElement} section
 * @param {string} slug
 * @param {(message: string) => void} say
 */
export async function askToPrint(section, slug, say) {
  await dress();
  section.querySelector(".paper-ask")?.remove();
  const asked = document.createElement("form");
  asked.className = "paper-ask";
  asked.noValidate = true;
  const name = box("Your name on it (optional)", figures().get("your_name")?.text ?? "");
  const loan = box("Which loan it is about (optional), such as the company and the last digits", loanKnown());
  const print = document.createElement("button");
  print.className = "md-button md-button--primary";
  print.textContent = "Print";
  asked.append(name.label, loan.label, words(READ), words(HEADERS), print);
  section.querySelector(".calc-after")?.after(asked);
  asked.addEventListener("submit", (event) => {
    event.preventDefault();
    printAnswer(section, slug, name.input.value, loan.input.value, say);
  });
  name.input.focus();
}

/**
 * @param {HTMLElement} section @param {string} slug @param {string} name @param {string} loan
 * @param {(message: string) => void} say
 */
async function printAnswer(section, slug, name, loan, say) {
  const answer = /** @type {HTMLElement} */ (section.querySelector(".calc-answer"));
  const opened = [...answer.querySelectorAll(".calc-table[data-opened] [data-table]")];
  try {
    const { html = "" } = await askPaper({
      slug,
      inputs: JSON.parse(answer.dataset.inputs ?? "{}"),
      opened: opened.map((table) => table.getAttribute("data-table") ?? ""),
      today: today(),
      name,
      loan,
      example: section.dataset.state === "example",
    });
    const paper = document.createElement("template");
    paper.innerHTML = html;
    printAlone(paper.content, "answer", "Answer");
  } catch (error) {
    say(whyNot(error));
  }
}

/** @returns {string} the loan that the letters are about, where they name one only */
export function loanKnown() {
  const numbers = [...figures()].filter(([key]) => key.endsWith(":loan_number"));
  const [one, ...others] = new Set(numbers.map(([, { text }]) => text));
  if (one === undefined || others.length) return "";
  const companies = numbers.map(([key]) => figures().get(key.replace(/:.*/, ":recipient_name"))?.text);
  const company = companies.find(Boolean);
  // The shipped copy loses a space inside a template within a template.
  const whose = company ? `${company}, ` : "";
  return `${whose}loan ending in ${LAST_DIGITS.exec(one.trim())?.[0] ?? ""}`;
}

/** @param {string} text */
function words(text) {
  const made = document.createElement("p");
  made.className = "calc-hint";
  made.textContent = text;
  return made;
}

/** @param {string} text @param {string} value */
function box(text, value) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.value = value;
  input.maxLength = 120;
  input.autocomplete = "off";
  label.append(text, input);
  return { label, input };
}
