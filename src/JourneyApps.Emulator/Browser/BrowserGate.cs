using System.Security.Cryptography;
using System.Text;

namespace JourneyApps.Emulator.Browser;

/// <summary>Protects the data browser: from names of other hosts that resolve to this machine (DNS rebinding), from forms of other pages,
/// and from callers who do not have the printed URL.</summary>
internal sealed class BrowserGate
{
    private const string CookieName = "journeyapps_emulator";

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private string? _code = Hex.Lower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The code that opens the browser once; <see langword="null"/> after use.</summary>
    public string? Code => Volatile.Read(ref _code);

    /// <summary>The token that forms have to send. It is derived from the secret, so a page of another origin cannot know it.</summary>
    public string FormToken => Sign("form");

    /// <summary>The refusal of a request that may not see the pages; <see langword="null"/> if it may.</summary>
    public ApiResponse? Refuse(ApiRequest request)
    {
        if (!HostHeader.IsLocal(request.Header("Host"))) return Denied("The data browser answers to localhost only.");
        return HasSession(request) ? null : Denied("Open the data browser by the URL that the emulator printed when it started.");
    }

    /// <summary>Exchanges the printed code for a session.</summary>
    public ApiResponse? Redeem(ApiRequest request, string? code)
    {
        if (!HostHeader.IsLocal(request.Header("Host")) || code is null || Code is not { } expected || !Same(code, expected)) return null;
        if (Interlocked.CompareExchange(ref _code, null, expected) != expected) return null;
        return ApiResponse.Empty(303) with
        {
            Headers = [new("Location", "/"), new("Set-Cookie", $"{CookieName}={Sign("session")}; Path=/; HttpOnly; SameSite=Strict")],
        };
    }

    /// <summary>Whether a change comes from a form of this page.</summary>
    public bool AllowsChange(ApiRequest request, string? formToken)
        => formToken is not null && Same(formToken, FormToken) && request.Header("Origin") == $"http://{request.Header("Host")}";

    private static ApiResponse Denied(string why) => ApiResponse.Text(403, "text/plain; charset=utf-8", why + "\n");

    private static bool Same(string given, string expected)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private bool HasSession(ApiRequest request)
        => (request.Header("Cookie") ?? string.Empty).Split(';').Any(cookie => Same(cookie.Trim(), $"{CookieName}={Sign("session")}"));

    private string Sign(string purpose) => Hex.Lower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(purpose)));
}
