namespace JourneyApps.Emulator.Browser;

/// <summary>The style and the script of the pages. Nothing comes from elsewhere.</summary>
internal static class BrowserAssets
{
    public const string Style = """
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
        body { margin: 0 auto; max-width: 70rem; padding: 0 1rem 3rem; }
        nav { display: flex; gap: 1rem; padding: 1rem 0; border-bottom: 1px solid #8886; }
        h1 { font-size: 1.4rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8883; vertical-align: top; }
        td { max-width: 22rem; overflow: hidden; text-overflow: ellipsis; }
        form.edit { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .5rem 1rem; align-items: start; }
        form.edit input:not([type=checkbox]), form.edit textarea, form.edit select { font: inherit; width: 100%; box-sizing: border-box; }
        fieldset { border: 0; margin: 0; padding: 0; }
        img { max-width: 20rem; max-height: 15rem; }
        code, time { font-family: ui-monospace, monospace; font-size: .9em; }
        .error { border-left: .3rem solid #c33; padding-left: .8rem; }
        .hint { opacity: .7; }
        """;

    public const string Script = """
        "use strict";
        const log = document.getElementById("log");
        if (log) {
          let after = log.dataset.after;
          setInterval(async () => {
            const answer = await fetch("/log/entries?after=" + after);
            if (!answer.ok) return;
            for (const entry of await answer.json()) {
              after = entry.sequence;
              const row = log.insertRow(0);
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
        """;
}
