// Find a party by any part of either name; arrows and Enter choose.
const FINDABLE = [...NODES.keys()]
  .filter((node) => NODES[node].kind === "party")
  .map((node) => ({
    node,
    text: fold([NODES[node].zh, NODES[node].en, NODES[node].id].join(" ")),
    n: stated(node),
  }));

function stated(node) {
  return (
    (GIVEN.get(node)?.length ?? 0) + (RECEIVED.get(node)?.length ?? 0) + (THROUGH.get(node)?.length ?? 0)
  );
}

// Letters without accents and case, so that "lushun" finds Lüshun.
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function matches(query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = FINDABLE.filter((one) => words.every((word) => one.text.includes(word)));
  return found.sort((a, b) => b.n - a.n || a.node - b.node);
}

function makeFinder() {
  const list = h("ul", { id: "find-list", role: "listbox", "aria-label": t("ui.find"), hidden: true });
  let options = [];
  let active = -1;
  const input = h("input", {
    type: "text",
    id: "find",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: t("ui.find_hint"),
    "aria-expanded": "false",
    "aria-controls": "find-list",
    "aria-autocomplete": "list",
    oninput: suggest,
    onkeydown: keys,
    onblur: () => close(),
  });

  function suggest() {
    const all = matches(input.value);
    options = all.slice(0, 8);
    active = -1;
    list.replaceChildren(
      ...options.map((one, k) =>
        h(
          "li",
          {
            role: "option",
            id: `find-${k}`,
            "aria-selected": "false",
            onpointerdown: (event) => {
              event.preventDefault();
              take(k);
            },
          },
          datum(nodeName(one.node)),
          LEFT_OUT.flows ? null : h("span", { class: "soft" }, " ", t("ui.n_statements", { n: one.n })),
        ),
      ),
      ...(input.value.trim() && !all.length ? [h("li", { class: "none" }, t("ui.find_none"))] : []),
      ...(all.length > 8 ? [h("li", { class: "none" }, t("ui.find_more", { n: all.length - 8 }))] : []),
    );
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  function take(k) {
    close();
    input.value = nodeName(options[k].node);
    openParty(options[k].node);
  }

  function keys(event) {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && options.length && !list.hidden) {
      event.preventDefault();
      take(Math.max(0, active));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!options.length) return;
      event.preventDefault();
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
      [...list.children].forEach(
        (item, at) => item.role === "option" && item.setAttribute("aria-selected", String(at === active)),
      );
      input.setAttribute("aria-activedescendant", `find-${active}`);
    }
  }

  return h(
    "div",
    { class: "finder" },
    h("label", { for: "find" }, t("ui.find")),
    h("div", { class: "find-box" }, input, list),
  );
}
