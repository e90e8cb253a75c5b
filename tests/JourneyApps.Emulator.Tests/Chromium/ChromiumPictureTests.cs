using System.Reflection;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>Pages of the data browser as a person saw and accepted them. UPDATE_GOLDEN=1 writes the pictures: look at each before a
/// commit.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ChromiumPictureTests(ChromiumBrowser chromium)
{
    private static readonly string Golden = Path.Combine(
        typeof(ChromiumPictureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "RepositoryRoot").Value!,
        "tests", "JourneyApps.Emulator.Tests", "Golden");

    public static TheoryData<string, string, int, string> Pages
    {
        get
        {
            TheoryData<string, string, int, string> pages = [];
            foreach ((string theme, int width) in ((string, int)[])[("light", 1200), ("dark", 1200), ("light", 400)])
            {
                pages.Add("list", theme, width, "/models/job?sort=title");
                pages.Add("form", theme, width, $"/models/job/{SampleData.JobId}");
                pages.Add("oplog", theme, width, "/oplog");
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_looks_as_in_its_picture(string page, string theme, int width, string path)
    {
        (byte[] png, string fonts) = await PictureOfAsync(theme, width, path, "");
        string name = $"{page}-{theme}-{width}.png";
        string golden = Path.Combine(Golden, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Golden);
            await File.WriteAllBytesAsync(golden, png, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Fonts, fonts, TestContext.Current.CancellationToken);
            return;
        }

        string differences = Comparison(page, fonts).Differences(Picture.Read(await File.ReadAllBytesAsync(golden, TestContext.Current.CancellationToken)), Picture.Read(png));
        if (differences.Length == 0) return;
        string found = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName, name);
        await File.WriteAllBytesAsync(found, png, TestContext.Current.CancellationToken);
        Assert.Fail($"The page {path} looks different: {differences}. The new picture is {found}, the accepted one {golden}. If the new one is right, run the tests with UPDATE_GOLDEN=1.");
    }

    /// <summary>The comparison is tolerant; these are the faults that it has to find with any fonts.</summary>
    [Theory]
    [InlineData("form", "* { background: none !important; color: black !important }")]
    [InlineData("list", "td { display: block }")]
    [InlineData("list", "table { display: none }")]
    public async Task A_broken_page_is_noticed(string page, string style)
    {
        await IsNoticedAsync(page, "dark", 1200, style, PictureComparison.OtherFonts);
    }

    /// <summary>Faults of one field, which are found where the fonts are those of the accepted pictures.</summary>
    [Theory]
    [InlineData("form", "light", 1200, ".field:nth-of-type(3) > label { position: relative; top: 2.2rem }")]
    [InlineData("form", "dark", 1200, ".field:nth-of-type(3) > label { visibility: hidden }")]
    [InlineData("form", "light", 400, ".field:nth-of-type(3) > label { position: relative; top: 2.2rem }")]
    [InlineData("form", "light", 1200, ".field:nth-of-type(4) { visibility: hidden }")]
    [InlineData("form", "dark", 1200, ".field:nth-of-type(4) { display: none }")]
    [InlineData("list", "light", 1200, "thead th:nth-child(3) { visibility: hidden }")]
    [InlineData("list", "light", 1200, "tbody tr:nth-child(4) td:nth-child(2) { visibility: hidden }")]
    public async Task A_field_that_moved_or_is_missing_is_noticed(string page, string theme, int width, string style)
        => await IsNoticedAsync(page, theme, width, style, PictureComparison.SameFonts);

    private static string Fonts => Path.Combine(Golden, "fonts.txt");

    // Fonts with the same widths are the same.
    private static PictureComparison Comparison(string page, string fonts)
    {
        bool isSame = File.ReadAllText(Fonts) == fonts;
        if (!isSame) TestContext.Current.TestOutputHelper?.WriteLine($"The fonts differ from those of the accepted pictures: {fonts}");
        return !isSame ? PictureComparison.OtherFonts : page == "oplog" ? PictureComparison.Times : PictureComparison.SameFonts;
    }

    // What the fault changes, in pictures of the same machine.
    private async Task IsNoticedAsync(string page, string theme, int width, string style, PictureComparison comparison)
    {
        string path = page == "form" ? $"/models/job/{SampleData.JobId}" : "/models/job?sort=title";
        (byte[] good, _) = await PictureOfAsync(theme, width, path, "");
        (byte[] broken, _) = await PictureOfAsync(theme, width, path, style);

        Assert.NotEqual("", comparison.Differences(Picture.Read(good), Picture.Read(broken)));
    }

    /// <summary>The upper part of the page, at half its size, and the widths of a text in its fonts.</summary>
    private async Task<(byte[] Png, string Fonts)> PictureOfAsync(string theme, int width, string path, string style)
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await ChromiumLayoutTests.StartAsync(page, theme, width);
        await ChromiumLayoutTests.OpenAsync(page, api, path);
        if (style.Length > 0)
        {
            // A sheet of a script's is allowed by the policy of the pages; an element with a style is not.
            string text = JsonValue.Create(style)!.ToJsonString();
            await page.EvaluateAsync($"(() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync({text}); document.adoptedStyleSheets = [sheet]; }})()");
        }

        JsonObject clip = new() { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = 900, ["scale"] = 0.5 };
        JsonNode picture = await page.SendAsync("Page.captureScreenshot", new() { ["clip"] = clip });
        string fonts = (await page.EvaluateAsync("""
            (() => {
              const context = document.createElement("canvas").getContext("2d");
              return ["15px system-ui", "bold 15px system-ui", "15px ui-monospace, monospace"]
                .map(font => { context.font = font; return `${font}: ${context.measureText("Sphinx of black quartz, judge my vow 0123456789").width.toFixed(2)}\n`; }).join("");
            })()
            """))!.GetValue<string>();
        return (Convert.FromBase64String(picture["data"]!.GetValue<string>()), fonts);
    }
}
