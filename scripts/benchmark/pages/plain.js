// The same sums without Python, as whole numbers: the floor, under which nothing can go.

const [BALANCE, MONTHS] = [6_000_000n, 180];
// 9.25 % a year: so many parts of 120,000 each month.
const [RATE, PARTS] = [925n, 120_000n];
const ONE = 10n ** 40n;

/** @param {bigint} over @param {bigint} under */
const rounded = (over, under) => (2n * over + under) / (2n * under);

/** @param {bigint} cents */
function pretty(cents) {
  const dollars = `${cents / 100n}`.replace(/\B(?=(\d{3})+$)/g, ",");
  return `$${dollars}.${`${cents % 100n}`.padStart(2, "0")}`;
}

let growth = ONE;
for (let month = 0; month < MONTHS; month += 1) growth = (growth * (PARTS + RATE)) / PARTS;
const payment = rounded(BALANCE * RATE * growth, PARTS * (growth - ONE));

let balance = BALANCE;
let total = 0n;
const schedule = [];
for (let month = 1; month <= MONTHS; month += 1) {
  const interest = rounded(balance * RATE, PARTS);
  const paid = month === MONTHS ? balance + interest : payment;
  balance += interest - paid;
  total += interest;
  schedule.push([month, pretty(paid), pretty(interest), pretty(balance)]);
}

const figures = { monthly_payment: pretty(payment), total_interest: pretty(total), schedule };
self.postMessage(JSON.stringify(figures));

export {};
