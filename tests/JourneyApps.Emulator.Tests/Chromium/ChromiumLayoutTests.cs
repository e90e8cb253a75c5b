using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>How the pages of the data browser look, in both themes and on wide and narrow screens. With <c>SCREENSHOTS=directory</c> the
/// tests write a picture of each page.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ChromiumLayoutTests(ChromiumBrowser chromium)
{
    private static readonly string[] Paths =
    [
        "/", "/models/job", "/models/job?sort=cost&desc=1&field[state]=busy", $"/models/job/{SampleData.JobId}", "/models/job/new",
        $"/models/site/{SampleData.SiteId}", "/oplog", "/models/none",
    ];

    public static TheoryData<string, int> Screens => new() { { "light", 1200 }, { "dark", 1200 }, { "light", 400 }, { "dark", 400 } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Labels_are_above_their_fields_nothing_leaves_the_screen_and_the_accessibility_check_finds_nothing(string theme, int width)
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page, theme, width);
        string axe = new BundledAxeScriptProvider().GetScript();

        foreach (string path in Paths)
        {
            await OpenAsync(page, api, path);
            await SaveAsync(page, $"{theme}-{width}{path}");
            Assert.Equal("", (await page.EvaluateAsync(Layout))!.GetValue<string>());
            await page.EvaluateAsync(axe + "; undefined");
            JsonNode result = JsonNode.Parse((await page.EvaluateAsync("""
                axe.run().then(result => JSON.stringify({
                  passes: result.passes.length,
                  violations: result.violations.map(rule => `${rule.impact} ${rule.id}: ${rule.nodes.map(node => node.html).join(" | ")}`)
                }))
                """))!.GetValue<string>())!;
            string[] violations = [.. result["violations"]!.AsArray().Select(violation => $"{path}: {violation}")];
            TestContext.Current.TestOutputHelper?.WriteLine($"{theme} {width} {path}: {result["passes"]} rules passed, {violations.Length} violated");
            Assert.Empty(violations);
        }
    }

    [Fact]
    public async Task The_filter_by_field_and_the_order_show_the_objects_asked_for()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page, "light", 1200);
        await OpenAsync(page, api, "/models/job");

        await page.LeaveAsync("""
            document.querySelector("details").open = true;
            document.getElementById("from-count").value = "10";
            document.getElementById("to-count").value = "20";
            document.getElementById("field-state").value = "busy";
            document.querySelector("details > p button").click();
            """);
        string url = (await page.EvaluateAsync("location.search"))!.GetValue<string>();
        Assert.Equal(["Inspection 12", "Inspection 15", "Inspection 18"], await TitlesAsync(page));
        await page.LeaveAsync("[...document.querySelectorAll('thead a')].find(link => link.textContent.startsWith('Count')).click()");
        await page.LeaveAsync("[...document.querySelectorAll('thead a')].find(link => link.textContent.startsWith('Count')).click()");

        Assert.Equal(["Inspection 18", "Inspection 15", "Inspection 12"], await TitlesAsync(page));
        Assert.Equal("?from%5Bcount%5D=10&to%5Bcount%5D=20&field%5Bstate%5D=busy", url);
        Assert.Equal("descending", (await page.EvaluateAsync("document.querySelector('[aria-sort]').ariaSort"))!.GetValue<string>());
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page, "light", 1200);
        await OpenAsync(page, api, "/models/job");

        Assert.Equal("1–50 of 60 objects", await StatusAsync(page));
        await page.LeaveAsync("document.querySelector('a[rel=next]').click()");
        Assert.Equal("51–60 of 60 objects", await StatusAsync(page));
        await page.LeaveAsync("document.querySelector('a[rel=prev]').click()");
        Assert.Equal("1–50 of 60 objects", await StatusAsync(page));
    }

    [Fact]
    public async Task A_related_object_is_picked_by_its_display_text_with_the_keyboard()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page, "light", 1200);
        const string other = "0b0c7a3e-6f5c-4d8c-8d5e-1a2b3c4d5e09";
        (await api.PutAsync($"objects/site/{other}.json", """{"site":{"name":"Reservoir"}}""")).Expect(200);
        await OpenAsync(page, api, $"/models/job/{SampleData.JobId}");

        await page.EvaluateAsync("document.querySelector('button[data-for=site_id]').focus()");
        await page.PressAsync("Enter", 13, "\r");
        await page.WaitForAsync("document.querySelectorAll('dialog li button').length === 2");
        await page.TypeAsync("reserv");
        await page.WaitForAsync("document.querySelectorAll('dialog li button').length === 1");
        await page.PressAsync("ArrowDown", 40);
        await page.PressAsync("Enter", 13, "\r");
        await page.WaitForAsync("!document.querySelector('dialog')");
        Assert.Equal("Reservoir", (await page.EvaluateAsync("document.getElementById('site_id-current').textContent.trim()"))!.GetValue<string>());
        await page.LeaveAsync("document.querySelector('form.edit button.main').click()");

        Assert.Equal(other, (await api.GetAsync($"objects/job/{SampleData.JobId}.json"))["site_id"].GetString());
    }

    [Fact]
    public async Task A_time_and_a_location_change_only_when_they_are_edited()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page, "light", 1200);
        string before = (await api.GetAsync($"objects/job/{SampleData.JobId}.json")).Text;
        await OpenAsync(page, api, $"/models/job/{SampleData.JobId}");

        await page.LeaveAsync("document.querySelector('form.edit button.main').click()");
        Assert.Equal(before, (await api.GetAsync($"objects/job/{SampleData.JobId}.json")).Text);
        await page.LeaveAsync("""
            document.getElementById("started_at").value = "2026-05-01T10:00";
            document.querySelector("#where input").value = "-33.5";
            document.querySelector("form.edit button.main").click();
            """);

        Answer after = await api.GetAsync($"objects/job/{SampleData.JobId}.json");
        Assert.Equal("2026-05-01T10:00:00Z", after["started_at"].GetString());
        Assert.Equal(-33.5, after["where"].GetProperty("latitude").GetDouble());
        Assert.Equal(18.4233, after["where"].GetProperty("longitude").GetDouble());
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_entered()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page, "light", 1200);
        await OpenAsync(page, api, $"/models/job/{SampleData.JobId}");

        await page.LeaveAsync("""
            document.getElementById("title").value = "Another title";
            document.getElementById("count").value = "many";
            document.querySelector("form.edit button.main").click();
            """);

        Assert.Contains("count", (await page.EvaluateAsync("document.querySelector('[role=alert]').textContent"))!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Another title", (await page.EvaluateAsync("document.getElementById('title').value"))!.GetValue<string>());
        Assert.Equal("many", (await page.EvaluateAsync("document.getElementById('count').value"))!.GetValue<string>());
    }

    /// <summary>Lists what is wrong with the positions in a page, one line each.</summary>
    private const string Layout = """
        (() => {
          const wrong = [];
          const box = element => element.getBoundingClientRect();
          const name = element => element.id || element.textContent.trim().slice(0, 40);
          const isShown = element => element.checkVisibility() && box(element).width > 0;
          for (const label of document.querySelectorAll(".field > label, .field > .label")) {
            if (!isShown(label)) continue;
            const target = document.getElementById(label.htmlFor || label.id.replace(/-label$/, ""));
            const [from, to] = [box(label), box(target)];
            if (from.bottom > to.top + 1 || to.top - from.bottom > 12) wrong.push(`${name(label)} is not directly above its field`);
            if (Math.abs(from.left - to.left) > 2) wrong.push(`${name(label)} does not begin where its field begins`);
          }
          const fields = [...document.querySelectorAll(".field")].filter(isShown);
          for (const [i, one] of fields.entries()) {
            for (const other of fields.slice(i + 1)) {
              const [a, b] = [box(one), box(other)];
              if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) wrong.push(`${name(one)} overlaps ${name(other)}`);
            }
          }
          const scrolls = element => element.closest(".table") && innerWidth > 640;
          for (const element of document.body.querySelectorAll("*")) {
            if (!isShown(element) || element.matches(".skip") || scrolls(element)) continue;
            if (box(element).left < -1 || box(element).right > innerWidth + 1) wrong.push(`${element.tagName} ${name(element)} is outside the screen`);
          }
          if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
          return wrong.join("\n");
        })()
        """;

    internal static async Task<Api> StartAsync(ChromiumPage page, string theme, int width)
    {
        Api api = await Api.StartAsync(null, new EmulatorOptions { DataBrowser = true });
        await SampleData.AddAsync(api);
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        JsonObject scheme = new() { ["name"] = "prefers-color-scheme", ["value"] = theme };
        await page.SendAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(scheme) });
        Assert.Null(await page.NavigateAsync(api.Emulator.DataBrowserUrl!.AbsoluteUri));
        return api;
    }

    internal static async Task OpenAsync(ChromiumPage page, Api api, string path)
        => Assert.Null(await page.NavigateAsync(api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority) + path));

    private static async Task<string> StatusAsync(ChromiumPage page)
        => (await page.EvaluateAsync("document.querySelector('[role=status]').textContent"))!.GetValue<string>();

    private static async Task<string[]> TitlesAsync(ChromiumPage page)
        => [.. (await page.EvaluateAsync("[...document.querySelectorAll('td[data-label=Title]')].map(cell => cell.textContent.trim())"))!
            .AsArray().Select(title => title!.GetValue<string>())];

    private static async Task SaveAsync(ChromiumPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } directory) return;
        JsonNode picture = await page.SendAsync("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true });
        string file = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
        await File.WriteAllBytesAsync(Path.Combine(directory, file + ".png"), Convert.FromBase64String(picture["data"]!.GetValue<string>()));
    }
}
