using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace JourneyApps.Emulator.Tests;

/// <summary>The data browser: what it does, and whom it refuses.</summary>
public sealed partial class BrowserTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string Evil = "<script>alert(1)</script>";

    [Fact]
    public async Task The_printed_url_opens_the_pages_once_and_without_it_they_stay_closed()
    {
        await using Api api = await StartAsync();
        Uri printed = api.Emulator.DataBrowserUrl!;
        using HttpClient browser = NewBrowser(api);
        using HttpClient stranger = NewBrowser(api);

        using HttpResponseMessage closed = await stranger.GetAsync(new Uri("/", UriKind.Relative));
        using HttpResponseMessage opened = await browser.GetAsync(printed);
        using HttpResponseMessage again = await stranger.GetAsync(printed);
        using HttpResponseMessage page = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        Assert.Matches("HttpOnly; SameSite=Strict$", opened.Headers.GetValues("Set-Cookie").Single());
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Null(api.Emulator.DataBrowserUrl);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("default-src 'self'; frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("<a href=\"/models/job\">Job</a>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_not_there_unless_asked_for_and_the_api_never_takes_their_cookie()
    {
        await using Api plain = await Api.StartAsync();
        await using Api api = await StartAsync();
        using HttpClient browser = await OpenAsync(api);

        using HttpResponseMessage none = await plain.Client.GetAsync(new Uri("/", UriKind.Relative));
        using HttpResponseMessage withCookie = await browser.GetAsync(new Uri(api.Emulator.BaseAddress, "objects/job.json"));

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Null(plain.Emulator.DataBrowserUrl);
        Assert.Equal(HttpStatusCode.Unauthorized, withCookie.StatusCode);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("localhost:80", HttpStatusCode.OK)]
    [InlineData("[::1]:5000", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example:80", HttpStatusCode.Forbidden)]
    public async Task A_foreign_host_name_is_refused_even_with_the_cookie(string host, HttpStatusCode expected)
    {
        await using Api api = await StartAsync();
        using HttpClient browser = await OpenAsync(api);
        using HttpRequestMessage request = new(HttpMethod.Get, "/oplog");
        request.Headers.Host = host;

        using HttpResponseMessage response = await browser.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task An_object_edited_through_the_page_is_changed_in_the_api_and_nothing_else_in_it()
    {
        await using Api api = await StartAsync();
        using HttpClient browser = await OpenAsync(api);
        await api.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Pump","count":7,"state":"new","tags":["a"],"where":[1,2]}}""");
        string before = (await api.Emulator.FindAsync("job", Id))!.Json;

        using HttpResponseMessage untouched = await PostAsync(api, browser, $"/models/job/{Id}", await FormAsync(browser, $"/models/job/{Id}"));
        string same = (await api.Emulator.FindAsync("job", Id))!.Json;
        string form = await FormAsync(browser, $"/models/job/{Id}");
        using HttpResponseMessage saved = await PostAsync(api, browser, $"/models/job/{Id}", form
            .Replace("job%5Btitle%5D=Pump", "job%5Btitle%5D=Valve", StringComparison.Ordinal)
            .Replace("job%5Bcount%5D=7", "job%5Bcount%5D=", StringComparison.Ordinal) + "&job%5Btags%5D%5B%5D=b");

        Assert.Equal(HttpStatusCode.SeeOther, untouched.StatusCode);
        Assert.Equal(before, same);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Answer read = await api.GetAsync($"objects/job/{Id}.json");
        Assert.Equal("Valve", read["title"].GetString());
        Assert.False(read.Json.TryGetProperty("count", out _));
        Assert.Equal(2, read["tags"].GetArrayLength());
        Assert.Equal("new", read["state"].GetProperty("key").GetString());
        Assert.Equal(1, read["where"].GetProperty("latitude").GetDouble());
    }

    [Fact]
    public async Task Objects_are_made_refused_found_and_deleted_through_the_pages()
    {
        await using Api api = await StartAsync();
        using HttpClient browser = await OpenAsync(api);
        string form = await FormAsync(browser, "/models/job/new");

        using HttpResponseMessage refused = await PostAsync(api, browser, "/models/job/new", form.Replace("job%5Bcount%5D=", "job%5Bcount%5D=many", StringComparison.Ordinal));
        using HttpResponseMessage made = await PostAsync(api, browser, "/models/job/new", form.Replace("job%5Btitle%5D=", "job%5Btitle%5D=Pump+room", StringComparison.Ordinal));
        string found = await browser.GetStringAsync(new Uri("/models/job?q=pUMP", UriKind.Relative));
        string log = await browser.GetStringAsync(new Uri("/oplog", UriKind.Relative));
        string news = await browser.GetStringAsync(new Uri("/oplog/entries?after=0", UriKind.Relative));
        using HttpResponseMessage deleted = await PostAsync(api, browser, made.Headers.Location + "/delete", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Contains("Pump room", found, StringComparison.Ordinal);
        Assert.Contains("create", log, StringComparison.Ordinal);
        Assert.Contains("\"display\":\"Pump room ()\"", news, StringComparison.Ordinal);
        Assert.Equal("/models/job", deleted.Headers.Location?.OriginalString);
        Assert.Equal(0, await api.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task A_change_without_token_or_from_another_origin_changes_nothing()
    {
        await using Api api = await StartAsync();
        using HttpClient browser = await OpenAsync(api);
        await api.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Pump"}}""");
        string form = await FormAsync(browser, $"/models/job/{Id}");
        string own = api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority);

        HttpStatusCode[] statuses =
        [
            await StatusAsync(form, "http://evil.example"),
            await StatusAsync(form, "null"),
            await StatusAsync(form, null),
            await StatusAsync(TokenInForm().Replace(form, "token=0&"), own),
            await StatusAsync(TokenInForm().Replace(form, string.Empty), own),
        ];

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Forbidden, status));
        Assert.NotNull(await api.Emulator.FindAsync("job", Id));

        async Task<HttpStatusCode> StatusAsync(string body, string? origin)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, $"/models/job/{Id}/delete") { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
            if (origin is not null) request.Headers.Add("Origin", origin);
            using HttpResponseMessage response = await browser.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Scripts_in_labels_options_values_and_file_names_are_text()
    {
        string schema = Schemas.Recorded
            .Replace("label=\"Job\"", $"label=\"{WebUtility.HtmlEncode(Evil)}\"", StringComparison.Ordinal)
            .Replace("label=\"Title\"", $"label=\"{WebUtility.HtmlEncode(Evil)}\"", StringComparison.Ordinal)
            .Replace(">Busy</option>", $">{WebUtility.HtmlEncode(Evil)}</option>", StringComparison.Ordinal);
        await using Api api = await StartAsync(schema);
        using HttpClient browser = await OpenAsync(api);
        (await api.PutAsync($"objects/job/{Id}.json", $$$"""{"job":{"title":"{{{Evil}}}","notes":"</textarea>{{{Evil}}}","count":1,"state":"busy","report":{"base64":"PHN2Zz48L3N2Zz4=","filename":"x.svg"},"path":"{{{Evil}}}"}}""")).Expect(200);

        foreach (string path in new[] { "/", "/models/job", $"/models/job/{Id}", "/models/job/new", "/oplog", $"/models/job?q={Uri.EscapeDataString("\"><script>")}" })
        {
            string page = await browser.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.Single(ScriptTag().Matches(page));
        }
    }

    [Fact]
    public async Task Pictures_are_shown_and_other_files_are_links()
    {
        await using Api api = await StartAsync();
        using HttpClient browser = await OpenAsync(api);
        await api.PutAsync($"objects/job/{Id}.json", """{"job":{"picture":{"base64":"iVBORw0KGgo=","filename":"dot.png"},"report":{"base64":"JVBERi0=","filename":"report.pdf"}}}""");

        string page = await browser.GetStringAsync(new Uri($"/models/job/{Id}", UriKind.Relative));
        string source = ImageSource().Match(page).Groups[1].Value;

        Assert.Equal("iVBORw0KGgo=", Convert.ToBase64String(await browser.GetByteArrayAsync(new Uri(WebUtility.HtmlDecode(source), UriKind.Relative))));
        Assert.Contains("report.pdf</a>", page, StringComparison.Ordinal);
    }

    private static Task<Api> StartAsync(string? schema = null) => Api.StartAsync(schema, new EmulatorOptions { DataBrowser = true });

    private static HttpClient NewBrowser(Api api) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = api.Emulator.BaseAddress };

    private static async Task<HttpClient> OpenAsync(Api api)
    {
        HttpClient browser = NewBrowser(api);
        using HttpResponseMessage opened = await browser.GetAsync(api.Emulator.DataBrowserUrl);

        // The cookie container takes 127.0.0.1 only; other names in Host are tried with the same cookie.
        browser.DefaultRequestHeaders.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return browser;
    }

    private static async Task<HttpResponseMessage> PostAsync(Api api, HttpClient browser, string path, string form)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Add("Origin", api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority));
        return await browser.SendAsync(request);
    }

    /// <summary>What a browser would send for the page's first form, as it stands.</summary>
    private static async Task<string> FormAsync(HttpClient browser, string path)
    {
        string page = await browser.GetStringAsync(new Uri(path, UriKind.Relative));
        string form = page[page.IndexOf("<form class=\"edit\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        List<KeyValuePair<string, string>> fields = [];
        foreach (Match input in Input().Matches(form))
        {
            if (!input.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) || input.Value.Contains(" checked", StringComparison.Ordinal)) fields.Add(new(WebUtility.HtmlDecode(input.Groups[1].Value), WebUtility.HtmlDecode(Value().Match(input.Value).Groups[1].Value)));
        }

        foreach (Match area in TextArea().Matches(form)) fields.Add(new(area.Groups[1].Value, WebUtility.HtmlDecode(area.Groups[2].Value)));
        foreach (Match select in Select().Matches(form)) fields.Add(new(select.Groups[1].Value, WebUtility.HtmlDecode(Selected().Match(select.Groups[2].Value).Groups[1].Value)));
        using FormUrlEncodedContent content = new(fields);
        return await content.ReadAsStringAsync();
    }

    [GeneratedRegex("<input[^>]* name=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<textarea[^>]* name=\"([^\"]*)\"[^>]*>\n([^<]*)</textarea>")]
    private static partial Regex TextArea();

    [GeneratedRegex("<select[^>]* name=\"([^\"]*)\">(.*?)</select>")]
    private static partial Regex Select();

    [GeneratedRegex("value=\"([^\"]*)\" selected")]
    private static partial Regex Selected();

    [GeneratedRegex("token=[^&]*&")]
    private static partial Regex TokenInForm();

    [GeneratedRegex("<img src=\"([^\"]*)\"")]
    private static partial Regex ImageSource();

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptTag();
}
