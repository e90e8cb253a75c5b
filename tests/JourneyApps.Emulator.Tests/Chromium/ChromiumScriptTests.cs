using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>Scripts in the schema and in the data, seen by a browser that would run them. Each calls <c>hacked</c>.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ChromiumScriptTests(ChromiumBrowser chromium)
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string Evil = "</textarea>\"'><script>hacked('script')</script><img src=x onerror=hacked('image')>";
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="hacked('svg')"><script>hacked('svg')</script></svg>""";

    [Fact]
    public async Task What_the_other_tests_look_for_would_be_seen()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();

        await page.NavigateAsync("data:text/html," + Uri.EscapeDataString(Evil));
        await page.WaitForAsync("document.images.length === 1 && document.images[0].complete");
        await page.NavigateAsync("data:image/svg+xml," + Uri.EscapeDataString(Svg));

        Assert.Equal(["image", "script", "svg"], page.Hacked.Distinct().Order());
    }

    // With the policy switched off the encoding alone must hold.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scripts_in_labels_display_names_values_and_file_names_run_nothing(bool bypassPolicy)
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        string directory = Directory.CreateTempSubdirectory("journeyapps-chromium-data-").FullName;
        EmulatorOptions options = new() { DataBrowser = true, DataFile = Path.Combine(directory, "data.db") };
        string evil = WebUtility.HtmlEncode(Evil);
        string schema = Schemas.Recorded
            .Replace("label=\"Job\"", $"label=\"{evil}\"", StringComparison.Ordinal)
            .Replace("label=\"Title\"", $"label=\"{evil}\"", StringComparison.Ordinal)
            .Replace(">Busy</option>", $">{evil}</option>", StringComparison.Ordinal)
            .Replace(">Alpha</option>", $">{evil}</option>", StringComparison.Ordinal);
        await using (Api first = await Api.StartAsync(schema, options))
        {
            string text = JsonValue.Create(Evil)!.ToJsonString();
            (await first.PutAsync($"objects/job/{Id}.json", $$$"""{"job":{"title":{{{text}}},"notes":{{{text}}},"state":"busy","picture":{"base64":"iVBORw0KGgo=","filename":"dot.png"},"report":{"base64":"JVBERi0=","filename":"a.pdf"} } }""")).Expect(200);
            string upload = $$$"""{"job":{"report":{"base64":"JVBERi0=","filename":{{{text}}} } } }""";
            (await first.PatchAsync($"objects/job/{Id}.json", upload)).ExpectError(422, "INVALID_VALUE");
        }

        // The API takes no such file name; a data file that someone else wrote may hold one.
        Assert.Equal(2, Execute(options.DataFile, "UPDATE attachments SET file_name = $name", Evil));
        await using (Api api = await Api.StartAsync(schema, options))
        {
            string root = api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority);
            if (bypassPolicy) await page.SendAsync("Page.setBypassCSP", new() { ["enabled"] = true });
            await page.NavigateAsync(api.Emulator.DataBrowserUrl!.AbsoluteUri);
            foreach (string path in new[] { "/", "/models/job", $"/models/job/{Id}", "/models/job/new", "/oplog", $"/models/job?q={Uri.EscapeDataString(Evil)}" })
            {
                Assert.Null(await page.NavigateAsync(root + path));
                Assert.Contains("hacked('script')", await page.TextAsync() + await page.EvaluateAsync("document.querySelector('input')?.value"), StringComparison.Ordinal);
                Assert.Equal(1, (await page.EvaluateAsync("document.scripts.length"))!.GetValue<int>());
                Assert.Equal(0, (await page.EvaluateAsync("document.querySelectorAll('[onerror], [onload]').length"))!.GetValue<int>());
            }
        }

        Assert.Empty(page.Hacked);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_script_in_an_uploaded_svg_does_not_run_also_when_the_file_is_opened()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await Api.StartAsync(null, new EmulatorOptions { DataBrowser = true });
        string root = api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority);
        string svg = Convert.ToBase64String(Encoding.UTF8.GetBytes(Svg));
        string file = $$"""{"base64":"{{svg}}","filename":"x.svg"}""";
        (await api.PutAsync($"objects/job/{Id}.json", $$"""{"job":{"sign_off":{{file}},"report":{{file}},"picture":{{file}} } }""")).Expect(200);
        await page.NavigateAsync(api.Emulator.DataBrowserUrl!.AbsoluteUri);
        await page.NavigateAsync($"{root}/models/job/{Id}");
        string[] urls = [.. (await page.EvaluateAsync("[...document.querySelectorAll('a[href^=\"/media/\"]')].map(link => link.href)"))!.AsArray().Select(url => url!.GetValue<string>())];

        Assert.Equal(3, urls.Length);
        foreach (string url in urls)
        {
            // A download, which the browser was told to deny.
            Assert.Equal("net::ERR_ABORTED", await page.NavigateAsync(url));
            await page.EvaluateAsync($$"""
                Promise.all(["iframe", "object", "embed", "img"].map(name => new Promise(done => {
                  const element = document.createElement(name);
                  element.onload = element.onerror = done;
                  element[name === "object" ? "data" : "src"] = "{{url}}";
                  document.body.append(element);
                  setTimeout(done, 300);
                })))
                """);
        }

        Assert.Empty(page.Hacked);
    }

    private static int Execute(string path, string sql, string name)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteNonQuery();
    }
}
