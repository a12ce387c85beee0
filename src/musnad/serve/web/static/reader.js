// Chooses statements without reloading; without this file the same links load the page.
const text = document.getElementById("text");
const desk = document.getElementById("desk");
const hint = desk?.innerHTML;
const cards = new Map();
const address = location.pathname;

const segments = () => [...(text?.querySelectorAll("[data-statements]") ?? [])];
const idsOf = (segment) => segment.dataset.statements.split(" ");
const order = [...new Set([...document.querySelectorAll(".footnotes [data-pick]")].map((a) => a.dataset.pick))];
const chosen = () => new URLSearchParams(location.search).get("statement");
let current = desk?.querySelector("[data-card]")?.dataset.card ?? null;

async function cardOf(id) {
  if (!cards.has(id)) {
    const answer = await fetch(`${address}/card?statement=${encodeURIComponent(id)}`);
    if (!answer.ok) throw new Error(String(answer.status));
    cards.set(id, await answer.text());
  }
  return cards.get(id);
}

function wash(id) {
  for (const segment of segments()) {
    const on = id !== null && idsOf(segment).includes(id);
    segment.classList.toggle("on", on);
    if (on) segment.setAttribute("aria-current", "true");
    else segment.removeAttribute("aria-current");
  }
  for (const pick of document.querySelectorAll(".footnotes [data-pick]")) {
    pick.closest("li").classList.toggle("on", pick.dataset.pick === id);
  }
}

async function show(id, { remember = true, reveal = false } = {}) {
  current = id;
  wash(id);
  if (remember) history.pushState(null, "", id ? `${address}?statement=${id}` : address);
  if (id === null) {
    desk.innerHTML = emptyDesk();
    return;
  }
  if (reveal) document.getElementById(`s-${id}`)?.scrollIntoView({ block: "center" });
  try {
    const card = await cardOf(id);
    if (current === id) desk.innerHTML = card;
  } catch {
    location.assign(`${address}?statement=${encodeURIComponent(id)}#s-${id}`);
  }
}

const emptyDesk = () => (hint?.includes("data-card") ? "" : hint ?? "");

// A second click on the same words chooses the statement around.
function pickFrom(segment) {
  const ids = idsOf(segment);
  return ids[(ids.indexOf(current) + 1) % ids.length];
}

function step(by) {
  if (!order.length) return;
  const place = order.indexOf(current);
  const next = place < 0 ? (by > 0 ? 0 : order.length - 1) : place + by;
  if (next < 0 || next >= order.length) return;
  show(order[next], { reveal: true });
  document.getElementById(`s-${order[next]}`)?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const segment = event.target.closest("[data-statements]");
  const pick = event.target.closest("[data-pick]");
  const close = event.target.closest("[data-close]");
  if (!segment && !pick && !close) return;
  event.preventDefault();
  if (segment) show(pickFrom(segment));
  else if (pick) show(pick.dataset.pick, { reveal: true });
  else show(null);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  const acts = { KeyJ: () => step(1), KeyK: () => step(-1), Escape: () => current && show(null) };
  const act = acts[event.code];
  if (act) {
    event.preventDefault();
    act();
  }
});

addEventListener("popstate", () => show(chosen(), { remember: false }));
