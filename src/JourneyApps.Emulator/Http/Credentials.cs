using System.Security.Cryptography;
using System.Text;

namespace JourneyApps.Emulator.Http;

/// <summary>The accepted credentials: a named token as <c>Bearer</c> or <c>Token</c>, or HTTP Basic with the deployment's id.</summary>
/// <param name="Token">The named token.</param>
/// <param name="UserName">The user name of HTTP Basic.</param>
/// <param name="Password">The password of HTTP Basic.</param>
internal sealed record Credentials(string Token, string UserName, string Password)
{
    public bool Accept(string? authorization)
    {
        if (authorization is null) return false;

        int space = authorization.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return false;
        string scheme = authorization[..space];
        string given = authorization[(space + 1)..].Trim();
        if (Is(scheme, "Bearer") || Is(scheme, "Token")) return Same(given, Token);
        return Is(scheme, "Basic") && Same(given, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{Password}")));
    }

    private static bool Is(string scheme, string expected) => scheme.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string given, string expected)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
