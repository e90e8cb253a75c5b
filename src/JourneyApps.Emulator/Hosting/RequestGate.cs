namespace JourneyApps.Emulator.Hosting;

/// <summary>Refuses requests that a web page of another site makes with the browser of a developer. Requests without a socket cannot come
/// from one.</summary>
internal sealed class RequestGate(EmulatorOptions options)
{
    /// <summary>The refusal of a request to the API or for a file; <see langword="null"/> if it is allowed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isMedia">Whether it is for a file. Its URL is signed, and pages of every site may show it.</param>
    public ApiResponse? Refuse(ApiRequest request, bool isMedia)
    {
        if (request.IsInProcess) return null;
        string? host = request.Header("Host");
        if (!HostHeader.IsLocal(host) && !IsAllowedHost(host))
        {
            return Denied(
                $"The emulator does not answer to the host '{host}'. Use localhost or 127.0.0.1, or allow the host "
                + $"({nameof(EmulatorOptions.AllowedHosts)}; journeyapps emulate --allow-host).");
        }

        return isMedia || IsAllowedOrigin(request, host!) ? null : Denied(
            "The emulator does not answer to web pages of other origins. To call it from a page, allow the page's origin "
            + $"({nameof(EmulatorOptions.AllowedOrigins)}; journeyapps emulate --allow-origin).");
    }

    private bool IsAllowedHost(string? host)
        => HostHeader.NameOf(host) is { } name && options.AllowedHosts.Contains(name, StringComparer.OrdinalIgnoreCase);

    // Browsers send Origin with each POST, PUT, PATCH and DELETE, and Sec-Fetch-Site with each request.
    private bool IsAllowedOrigin(ApiRequest request, string host)
    {
        string? origin = request.Header("Origin");
        if (origin is not null && options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return true;
        bool isOwn = origin is null || origin.Equals($"http://{host}", StringComparison.OrdinalIgnoreCase);
        return isOwn && request.Header("Sec-Fetch-Site") is null or "same-origin" or "none";
    }

    private static ApiResponse Denied(string why) => ApiResponse.Text(403, "text/plain; charset=utf-8", why + "\n");
}
