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
        byte[] png = await PictureOfAsync(theme, width, path, "");
        string name = $"{page}-{theme}-{width}.png";
        string golden = Path.Combine(Golden, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Golden);
            await File.WriteAllBytesAsync(golden, png, TestContext.Current.CancellationToken);
            return;
        }

        string differences = PictureComparison.Differences(Picture.Read(await File.ReadAllBytesAsync(golden, TestContext.Current.CancellationToken)), Picture.Read(png));
        if (differences.Length == 0) return;
        string found = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName, name);
        await File.WriteAllBytesAsync(found, png, TestContext.Current.CancellationToken);
        Assert.Fail($"The page {path} looks different: {differences}. The new picture is {found}, the accepted one {golden}. If the new one is right, run the tests with UPDATE_GOLDEN=1.");
    }

    /// <summary>The comparison is tolerant; these are the faults that it has to find.</summary>
    [Theory]
    [InlineData("form", "* { background: none !important; color: black !important }")]
    [InlineData("list", "td { display: block }")]
    [InlineData("list", "table { display: none }")]
    public async Task A_broken_page_is_noticed(string page, string style)
    {
        byte[] png = await PictureOfAsync("dark", 1200, page == "form" ? $"/models/job/{SampleData.JobId}" : "/models/job?sort=title", style);
        byte[] golden = await File.ReadAllBytesAsync(Path.Combine(Golden, $"{page}-dark-1200.png"), TestContext.Current.CancellationToken);

        Assert.NotEqual("", PictureComparison.Differences(Picture.Read(golden), Picture.Read(png)));
    }

    /// <summary>The upper part of the page, at half its size.</summary>
    private async Task<byte[]> PictureOfAsync(string theme, int width, string path, string style)
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
        return Convert.FromBase64String(picture["data"]!.GetValue<string>());
    }
}
