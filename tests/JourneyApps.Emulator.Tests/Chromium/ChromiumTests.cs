using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>The data browser in a real browser: what a person does in it, and what other pages try.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ChromiumTests(ChromiumBrowser chromium)
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";

    [Fact]
    public async Task An_object_edited_through_the_page_is_changed_in_the_api()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page);

        await page.LeaveAsync("document.querySelector('a[href=\"/models/job\"]').click()");
        await page.LeaveAsync($"document.querySelector('a[href=\"/models/job/{Id}\"]').click()");
        await page.LeaveAsync("""
            document.getElementById("title").value = "Valve";
            document.getElementById("state").value = "busy";
            document.querySelector("#tags input[value=b]").click();
            document.querySelector("form.edit button.main").click();
            """);

        Answer read = await api.GetAsync($"objects/job/{Id}.json");
        Assert.Equal("Valve", read["title"].GetString());
        Assert.Equal("busy", read["state"].GetProperty("key").GetString());
        Assert.Equal(["a", "b"], read["tags"].EnumerateArray().Select(tag => tag.GetProperty("key").GetString()!));
        Assert.Equal(7, read["count"].GetInt32());
        Assert.Equal("Valve ()", (await page.EvaluateAsync("document.querySelector('h1').textContent"))!.GetValue<string>());
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough_to_edit()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page);

        await GoAsync("/models/job");
        await GoAsync($"/models/job/{Id}");
        await TabToAsync("document.activeElement.id === 'title'");
        await page.TypeAsync("Valve");
        await FollowAsync();

        Assert.Equal("Valve", (await api.GetAsync($"objects/job/{Id}.json"))["title"].GetString());

        async Task GoAsync(string link)
        {
            await TabToAsync($"document.activeElement.getAttribute('href') === '{link}'");
            await FollowAsync();
        }

        async Task TabToAsync(string isThere)
        {
            for (int i = 0; i < 30 && !(await page.EvaluateAsync(isThere))!.GetValue<bool>(); i++) await page.PressAsync("Tab", 9);
            Assert.True((await page.EvaluateAsync(isThere))!.GetValue<bool>(), isThere);
        }

        async Task FollowAsync()
        {
            await page.EvaluateAsync("window.isOld = true");
            await page.PressAsync("Enter", 13, "\r");
            await page.LoadedAsync();
        }
    }

    [Fact]
    public async Task The_oplog_shows_what_the_api_changes_while_it_is_open()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page);
        await page.NavigateAsync(Root(api) + "/oplog");

        await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"title":"<img src=x onerror=hacked('log')>"}}""");
        await page.WaitForAsync("document.querySelectorAll('#oplog tr').length === 2");

        Assert.Equal("<img src=x onerror=hacked('log')> ()", (await page.EvaluateAsync("document.querySelector('#oplog tr a').textContent"))!.GetValue<string>());
        Assert.Equal("update", (await page.EvaluateAsync("document.querySelector('#oplog tr').cells[1].textContent"))!.GetValue<string>());
        Assert.Empty(page.Hacked);
    }

    // Another port of the same address gets the cookie (ports are not sites), other names do not; each knows the form's token.
    [Theory]
    [InlineData("127.0.0.1", "Refused")]
    [InlineData("localhost", "Open the data browser by the URL")]
    [InlineData(ChromiumBrowser.ForeignName, "Open the data browser by the URL")]
    public async Task A_form_of_another_origin_changes_nothing(string name, string answer)
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page);
        await using Api other = await Api.StartAsync();
        string before = await ReadAsync(api);
        string token = await TokenAsync(page, api);

        await page.NavigateAsync($"http://{name}:{other.Emulator.BaseAddress.Port}/");
        await page.LeaveAsync(PostFrom(Root(api), token));

        Assert.Contains(answer, await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(api));
    }

    [Fact]
    public async Task A_page_of_another_origin_can_neither_read_nor_frame_nor_change_by_script()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page);
        await using Api other = await Api.StartAsync();
        string before = await ReadAsync(api);
        string token = await TokenAsync(page, api);
        string target = $"{Root(api)}/models/job/{Id}";
        await page.NavigateAsync(Root(other) + "/");

        string read = (await page.EvaluateAsync($"fetch('{target}', {{credentials: 'include'}}).then(answer => answer.text(), error => error.name)"))!.GetValue<string>();
        string sent = (await page.EvaluateAsync($"fetch('{target}', {{method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams({{token: '{token}', 'job[title]': 'Hacked'}})}}).then(answer => answer.type)"))!.GetValue<string>();
        await page.EvaluateAsync($"new Promise(done => {{ const frame = document.createElement('iframe'); frame.onload = done; frame.src = '{target}'; document.body.append(frame); }})");
        string framed = (await page.SendAsync("Page.getFrameTree"))["frameTree"]!["childFrames"]![0]!["frame"]!["url"]!.GetValue<string>();

        Assert.Equal("TypeError", read);
        Assert.Equal("opaque", sent);
        Assert.StartsWith("chrome-error:", framed, StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(api));
    }

    [Fact]
    public async Task A_foreign_name_for_this_machine_shows_and_changes_nothing_even_with_cookie_and_token()
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page);
        string before = await ReadAsync(api);
        string token = await TokenAsync(page, api);
        string foreign = $"http://{ChromiumBrowser.ForeignName}:{api.Emulator.BaseAddress.Port}";
        System.Text.Json.Nodes.JsonNode cookie = (await page.SendAsync("Network.getCookies", new() { ["urls"] = new System.Text.Json.Nodes.JsonArray(Root(api)) }))["cookies"]![0]!;
        await page.SendAsync("Network.setCookie", new() { ["name"] = cookie["name"]!.GetValue<string>(), ["value"] = cookie["value"]!.GetValue<string>(), ["url"] = foreign });

        await page.NavigateAsync($"{foreign}/models/job/{Id}");
        string shown = await page.TextAsync();
        await page.LeaveAsync(PostFrom(foreign, token));

        Assert.Contains("answers to localhost only", shown, StringComparison.Ordinal);
        Assert.Contains("answers to localhost only", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(api));
    }

    [Theory]
    [InlineData("input.remove()")]
    [InlineData("input.value = ''")]
    [InlineData("input.value = '0'.repeat(64)")]
    public async Task A_form_without_its_token_changes_nothing(string change)
    {
        await using ChromiumPage page = await chromium.NewPageAsync();
        await using Api api = await StartAsync(page);
        string before = await ReadAsync(api);
        await page.NavigateAsync($"{Root(api)}/models/job/{Id}");

        await page.LeaveAsync($$"""
            { const input = document.querySelector("form.edit input[name=token]"); {{change}}; }
            document.getElementById("title").value = "Hacked";
            document.querySelector("form.edit button.main").click();
            """);

        Assert.Contains("Refused", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(api));
    }

    private static string Root(Api api) => api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>An emulator with one job, opened in the page by its printed URL.</summary>
    private static async Task<Api> StartAsync(ChromiumPage page)
    {
        Api api = await Api.StartAsync(null, new EmulatorOptions { DataBrowser = true });
        (await api.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Pump","count":7,"state":"new","tags":["a"]}}""")).Expect(200);
        Assert.Null(await page.NavigateAsync(api.Emulator.DataBrowserUrl!.AbsoluteUri));
        return api;
    }

    private static async Task<string> ReadAsync(Api api) => (await api.GetAsync($"objects/job/{Id}.json")).Expect(200).Text;

    private static async Task<string> TokenAsync(ChromiumPage page, Api api)
    {
        await page.NavigateAsync($"{Root(api)}/models/job/{Id}");
        return (await page.EvaluateAsync("document.querySelector('form.edit input[name=token]').value"))!.GetValue<string>();
    }

    /// <summary>A script that sends the form of the job as another page would.</summary>
    private static string PostFrom(string root, string token) => $$"""
        {
          const form = document.createElement("form");
          form.method = "post";
          form.action = "{{root}}/models/job/{{Id}}";
          for (const [name, value] of [["token", {{JsonValue.Create(token)!.ToJsonString()}}], ["job[title]", "Hacked"]]) {
            const input = document.createElement("input");
            input.name = name;
            input.value = value;
            form.append(input);
          }
          document.documentElement.append(form);
          form.submit();
        }
        """;
}
