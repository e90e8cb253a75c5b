"use strict";

// The oplog: new entries appear on top.
const oplog = document.getElementById("oplog");
if (oplog) {
  let after = oplog.dataset.after;
  const labels = [...oplog.parentElement.querySelectorAll("thead th")].map(cell => cell.textContent.trim());
  const addCell = (row, tag, text) => {
    const cell = row.insertCell();
    cell.dataset.label = labels[cell.cellIndex];
    const element = document.createElement(tag);
    element.textContent = text;
    cell.append(element);
    return element;
  };
  setInterval(async () => {
    const response = await fetch("/oplog/entries?after=" + after);
    if (!response.ok) return;
    for (const entry of await response.json()) {
      after = entry.sequence;
      const row = oplog.insertRow(0);
      addCell(row, "code", entry.sequence);
      addCell(row, "span", entry.operation).className = "chip " + entry.operation;
      addCell(row, "span", entry.label);
      addCell(row, "a", entry.display || entry.id).href =
        "/models/" + encodeURIComponent(entry.type) + "/" + encodeURIComponent(entry.id);
      addCell(row, "time", entry.time).dateTime = entry.time;
    }
  }, 1000);
}

for (const button of document.querySelectorAll("button[data-confirm]")) {
  button.addEventListener("click", event => { if (!confirm(button.dataset.confirm)) event.preventDefault(); });
}

// A search without empty parameters has a URL that people can read.
document.querySelector("form[role=search]")?.addEventListener("submit", event => {
  for (const input of event.target.elements) input.disabled = input.name !== "" && input.value === "";
});
addEventListener("pageshow", () => {
  for (const input of document.querySelector("form[role=search]")?.elements ?? []) input.disabled = false;
});

// "/" goes to the search.
document.addEventListener("keydown", event => {
  const search = document.getElementById("q");
  if (event.key !== "/" || !search || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  search.focus();
});

// The picker of related objects.
const pick = button => {
  const input = document.getElementById(button.dataset.for);
  const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`).textContent;
  const dialog = document.createElement("dialog");
  const title = document.createElement("h2");
  const search = document.createElement("input");
  const list = document.createElement("ul");
  const none = document.createElement("button");
  const cancel = document.createElement("button");
  dialog.setAttribute("aria-label", label);
  title.textContent = label;
  search.type = "search";
  search.setAttribute("aria-label", "Search");
  none.textContent = "No object";
  cancel.textContent = "Cancel";
  const choose = (id, display) => {
    input.value = id;
    const current = document.getElementById(input.id + "-current");
    current.replaceChildren();
    if (id) {
      const link = document.createElement("a");
      link.href = "/models/" + encodeURIComponent(button.dataset.pick) + "/" + encodeURIComponent(id);
      link.textContent = display;
      current.append(link);
    }
    dialog.close();
  };
  let asked = 0;
  const show = async () => {
    const number = ++asked;
    const response = await fetch("/models/" + encodeURIComponent(button.dataset.pick) + "/choices?q=" + encodeURIComponent(search.value));
    const choices = response.ok ? await response.json() : [];
    if (number !== asked) return;
    list.replaceChildren(...choices.map(choice => {
      const item = document.createElement("li");
      const take = document.createElement("button");
      take.type = "button";
      take.textContent = choice.display || choice.id;
      take.addEventListener("click", () => choose(choice.id, choice.display || choice.id));
      item.append(take);
      return item;
    }));
    if (choices.length === 0) list.append(Object.assign(document.createElement("li"), { textContent: "No objects" }));
  };
  dialog.addEventListener("keydown", event => {
    const buttons = [...list.querySelectorAll("button")];
    const index = buttons.indexOf(document.activeElement);
    if (event.key === "ArrowDown") buttons[index + 1]?.focus();
    else if (event.key === "ArrowUp") (index > 0 ? buttons[index - 1] : search).focus();
    else return;
    event.preventDefault();
  });
  search.addEventListener("input", show);
  none.addEventListener("click", () => choose("", ""));
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { dialog.remove(); button.focus(); });
  dialog.append(title, search, list, none, " ", cancel);
  document.body.append(dialog);
  dialog.showModal();
  search.focus();
  show();
};
for (const button of document.querySelectorAll("button[data-pick]")) {
  button.hidden = false;
  button.addEventListener("click", () => pick(button));
}
