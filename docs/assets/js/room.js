// How much room a long answer has left, beside its box.

document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || !target.dataset.room) return;
  const place = target.parentElement?.querySelector(".calc-room");
  if (!place) return;
  const left = +target.dataset.room - target.value.length;
  place.textContent =
    left < 0 ? `${-left} characters too many.` : `Room for ${left} more characters.`;
  place.toggleAttribute("hidden", !target.value);
});

// An emptied form has no events of its own for each box.
document.addEventListener("reset", ({ target }) => {
  if (!(target instanceof HTMLFormElement)) return;
  for (const place of target.querySelectorAll(".calc-room")) place.toggleAttribute("hidden", true);
});
