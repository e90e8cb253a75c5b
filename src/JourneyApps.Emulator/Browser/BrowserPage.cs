namespace JourneyApps.Emulator.Browser;

/// <summary>The frame of each page, and the headers that protect it.</summary>
internal static class BrowserPage
{
    private static readonly KeyValuePair<string, string>[] SafetyHeaders =
    [
        new("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "same-origin"),
        new("Cache-Control", "no-store"),
    ];

    public static ApiResponse Of(string title, Html body, int status = 200)
    {
        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{title}</title>
            <link rel="stylesheet" href="/assets/style.css">
            <script src="/assets/script.js" defer></script>
            </head>
            <body>
            <nav aria-label="Main"><a href="/">Models</a> <a href="/oplog">Oplog</a></nav>
            <main>
            <h1>{title}</h1>
            {body}
            </main>
            </body>
            </html>
            """);
        return Text(page.Text, "text/html; charset=utf-8", status);
    }

    /// <summary>The style or the script of the pages. Nothing comes from elsewhere.</summary>
    public static ApiResponse Asset(string name, string contentType)
    {
        using StreamReader reader = new(typeof(BrowserPage).Assembly.GetManifestResourceStream(name)!);
        return Text(reader.ReadToEnd(), contentType, 200);
    }

    public static ApiResponse Redirect(string location)
        => ApiResponse.Empty(303) with { Headers = [.. SafetyHeaders, new("Location", location)] };

    public static ApiResponse NotFound() => Of("Not found", Html.Of($"<p>There is no such page.</p>"), 404);

    private static ApiResponse Text(string text, string contentType, int status)
        => ApiResponse.Text(status, contentType, text) with { Headers = SafetyHeaders };
}
