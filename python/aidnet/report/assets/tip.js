// One small label that follows the pointer over marks of a chart.
const tips = new WeakMap();
let bubble = null;

function tip(element, lines) {
  tips.set(element, lines);
  return element;
}

function placeTip(event) {
  const mark = event.target.closest?.("[data-tip]");
  const lines = mark && tips.get(mark);
  if (!lines) return hideTip();
  bubble.replaceChildren(...lines().map((line) => h("div", null, line)));
  bubble.hidden = false;
  const { width, height } = bubble.getBoundingClientRect();
  bubble.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, event.clientX + 14))}px`;
  bubble.style.top = `${event.clientY + 18 + height > innerHeight ? event.clientY - height - 12 : event.clientY + 18}px`;
}

function hideTip() {
  bubble.hidden = true;
}

function startTips() {
  bubble = h("div", { class: "tip", hidden: true, role: "presentation" });
  document.addEventListener("pointermove", placeTip);
  document.addEventListener("pointerleave", hideTip);
  document.addEventListener("scroll", hideTip, { passive: true });
  return bubble;
}
