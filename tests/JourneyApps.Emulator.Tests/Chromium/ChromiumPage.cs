using System.Diagnostics;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>
/// One page with cookies of its own. Every document in it has a function <c>hacked</c>, and what calls it is kept in <see cref="Hacked"/>.
/// </summary>
internal sealed class ChromiumPage : IAsyncDisposable
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(15);

    private readonly DevTools _devTools;
    private readonly string _session;
    private readonly string _context;

    private ChromiumPage(DevTools devTools, string session, string context)
    {
        _devTools = devTools;
        _session = session;
        _context = context;
    }

    /// <summary>What called <c>hacked</c>.</summary>
    public string[] Hacked => [.. _devTools.Events
        .Where(message => message["method"]!.GetValue<string>() == "Runtime.bindingCalled" && message["sessionId"]?.GetValue<string>() == _session)
        .Select(message => message["params"]!["payload"]!.GetValue<string>())];

    public static async Task<ChromiumPage> OpenAsync(DevTools devTools, string session, string context)
    {
        ChromiumPage page = new(devTools, session, context);
        await page.SendAsync("Page.enable");
        await page.SendAsync("Runtime.enable");
        await page.SendAsync("Runtime.addBinding", new JsonObject { ["name"] = "hacked" });
        return page;
    }

    public Task<JsonNode> SendAsync(string method, JsonObject? parameters = null) => _devTools.SendAsync(method, parameters, _session);

    /// <summary>Opens a URL as its user would, waits until it is loaded, and tells what failed (<c>net::ERR_…</c>), if anything did.</summary>
    public async Task<string?> NavigateAsync(string url)
    {
        await EvaluateAsync("window.isOld = true");
        JsonNode answer = await SendAsync("Page.navigate", new JsonObject { ["url"] = url });
        if (answer["errorText"]?.GetValue<string>() is { Length: > 0 } error) return error;
        await LoadedAsync();
        return null;
    }

    /// <summary>Runs a script that leaves the page and waits for the next one to be loaded.</summary>
    public async Task LeaveAsync(string script)
    {
        await EvaluateAsync("window.isOld = true");
        await EvaluateAsync(script);
        await LoadedAsync();
    }

    /// <summary>The value of an expression, a promise awaited; throws what it throws.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonNode answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true, ["userGesture"] = true });
        return answer["exceptionDetails"] is { } thrown ? throw new DevToolsException(thrown.ToJsonString()) : answer["result"]!["value"];
    }

    public async Task<string> TextAsync() => (await EvaluateAsync("document.documentElement.textContent"))!.GetValue<string>();

    /// <summary>Waits until an expression is true; a page on its way to another one counts as not yet.</summary>
    public async Task WaitForAsync(string expression)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WaitLimit; await Task.Delay(20))
        {
            try
            {
                if (await EvaluateAsync($"Boolean({expression})") is JsonValue value && value.GetValue<bool>()) return;
            }
            catch (DevToolsException)
            {
                // The document went away under the script.
            }
        }

        throw new TimeoutException($"Never true: {expression}, in {await EvaluateAsync("location.href")}: {await TextAsync()}");
    }

    /// <summary>Types into whatever has the focus.</summary>
    public Task TypeAsync(string text) => SendAsync("Input.insertText", new JsonObject { ["text"] = text });

    /// <summary>Presses and releases a key, such as Tab (9) or Enter (13).</summary>
    public async Task PressAsync(string key, int keyCode, string? text = null)
    {
        JsonObject down = new() { ["type"] = text is null ? "rawKeyDown" : "keyDown", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = keyCode };
        if (text is not null) down["text"] = text;
        await SendAsync("Input.dispatchKeyEvent", down);
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = keyCode });
    }

    /// <summary>Waits until a document without the mark <c>isOld</c> is loaded.</summary>
    public Task LoadedAsync() => WaitForAsync("!window.isOld && document.readyState === 'complete'");

    public async ValueTask DisposeAsync() =>
        await _devTools.SendAsync("Target.disposeBrowserContext", new JsonObject { ["browserContextId"] = _context });
}
