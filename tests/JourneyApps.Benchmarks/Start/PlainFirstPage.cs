using System.Net.Http.Headers;
using System.Text.Json;
using JourneyApps.Benchmarks.Json;

namespace JourneyApps.Benchmarks.Start;

/// <summary>The small program with <see cref="HttpClient"/> and System.Text.Json's generated code.</summary>
internal static class PlainFirstPage
{
    /// <summary>Reads a page.</summary>
    /// <returns>The number of its objects.</returns>
    public static async Task<int> ReadAsync(Uri address, string token)
    {
        using HttpClient client = new() { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await client.GetAsync(new Uri("objects/visit.json?limit=1000", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        PageDto? page = await JsonSerializer.DeserializeAsync(body, ReadContext.Default.PageDto);
        return page!.Objects!.Count;
    }
}
