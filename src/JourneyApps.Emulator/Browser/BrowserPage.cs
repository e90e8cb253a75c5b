using JourneyApps.Emulator.Browser.Pages;
using JourneyApps.Emulator.Browser.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace JourneyApps.Emulator.Browser;

/// <summary>Renders pages, and adds the headers that protect them.</summary>
internal static class BrowserPage
{
    private static readonly KeyValuePair<string, string>[] SafetyHeaders =
    [
        new("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "same-origin"),
        new("Cache-Control", "no-store"),
    ];

    public static async Task<ApiResponse> RenderAsync(PageView page)
    {
        HtmlRenderer renderer = new(new NoServices(), NullLoggerFactory.Instance);
        await using (renderer.ConfigureAwait(false))
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [PageComponent.ViewName] = page });
            string html = await renderer.Dispatcher.InvokeAsync(async () =>
            {
                HtmlRootComponent root = await renderer.RenderComponentAsync<Shell>(parameters).ConfigureAwait(true);
                return root.ToHtmlString();
            }).ConfigureAwait(false);
            return Text(html, "text/html; charset=utf-8", page.Status);
        }
    }

    /// <summary>The style or the script of the pages. Nothing comes from elsewhere.</summary>
    public static ApiResponse Asset(string name, string contentType)
    {
        using StreamReader reader = new(typeof(BrowserPage).Assembly.GetManifestResourceStream(name)!);
        return Text(reader.ReadToEnd(), contentType, 200);
    }

    public static ApiResponse Redirect(string location)
        => ApiResponse.Empty(303) with { Headers = [.. SafetyHeaders, new("Location", location)] };

    public static PageView Message(string title, string text, int status)
        => new(title, string.Empty, typeof(MessagePage), new MessageView(text)) { Status = status };

    private static ApiResponse Text(string text, string contentType, int status)
        => ApiResponse.Text(status, contentType, text) with { Headers = SafetyHeaders };

    /// <summary>The components use no services.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
