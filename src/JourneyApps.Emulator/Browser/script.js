"use strict";
const oplog = document.getElementById("oplog");
if (oplog) {
  let after = oplog.dataset.after;
  setInterval(async () => {
    const response = await fetch("/oplog/entries?after=" + after);
    if (!response.ok) return;
    for (const entry of await response.json()) {
      after = entry.sequence;
      const row = oplog.insertRow(0);
      for (const text of [entry.sequence, entry.operation, entry.type]) row.insertCell().textContent = text;
      const link = document.createElement("a");
      link.href = "/models/" + encodeURIComponent(entry.type) + "/" + encodeURIComponent(entry.id);
      link.textContent = entry.display || entry.id;
      row.insertCell().append(link);
    }
  }, 1000);
}
for (const button of document.querySelectorAll("button[data-confirm]")) {
  button.addEventListener("click", event => { if (!confirm(button.dataset.confirm)) event.preventDefault(); });
}
