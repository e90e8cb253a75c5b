namespace JourneyApps.Emulator.Endpoints;

/// <summary>The calls of the API. A new one is a row here and a handler. ASP.NET Core's routing is not used: requests also come in process,
/// without a host, and faults have to be chosen by route and applied to connections before and after a handler runs.</summary>
internal static class Routes
{
    private const string JsonSuffix = ".json";

    // The first match counts: fixed names are before placeholders.
    public static IReadOnlyList<Route> Table { get; } =
    [
        new("GET", "objects/{model}", EmulatorRoute.List, ReadEndpoints.ListAsync),
        new("POST", "objects/{model}", EmulatorRoute.Create, WriteEndpoints.CreateAsync),
        new("GET", "objects/{model}/count", EmulatorRoute.Count, ReadEndpoints.CountAsync),
        new("POST", "objects/{model}/query", EmulatorRoute.Query, QueryEndpoints.QueryAsync),
        new("POST", "objects/{model}/search", EmulatorRoute.Search, QueryEndpoints.SearchAsync),
        new("GET", "objects/{model}/{id}", EmulatorRoute.Get, ReadEndpoints.GetAsync),
        new("PATCH", "objects/{model}/{id}", EmulatorRoute.Update, WriteEndpoints.PatchAsync),
        new("PUT", "objects/{model}/{id}", EmulatorRoute.Replace, WriteEndpoints.PutAsync),
        new("DELETE", "objects/{model}/{id}", EmulatorRoute.Delete, WriteEndpoints.DeleteAsync),
        new("POST", "batch", EmulatorRoute.Batch, BatchEndpoint.BatchAsync),
        new("GET", "oplog", EmulatorRoute.Oplog, OplogEndpoint.ReadAsync),
        new("GET", "datamodel", EmulatorRoute.DataModelJson, InfoEndpoints.DataModelJsonAsync),
        new("GET", "datamodel.xml", EmulatorRoute.DataModelXml, InfoEndpoints.DataModelXmlAsync),
        new("GET", "info", EmulatorRoute.Info, InfoEndpoints.InfoAsync),
        new("GET", "indexes", EmulatorRoute.Indexes, InfoEndpoints.IndexesAsync),
        new("GET", "users", EmulatorRoute.Users, UserEndpoints.ListAsync),
        new("GET", "users/{id}", EmulatorRoute.Users, UserEndpoints.GetAsync),
        new("POST", "users/{id}/lock", EmulatorRoute.Users, UserEndpoints.LockAsync),
        new("POST", "users/{id}/unlock", EmulatorRoute.Users, UserEndpoints.UnlockAsync),
        new("POST", "users/{id}/authentication-token", EmulatorRoute.Users, UserEndpoints.CreateTokenAsync),
        new("GET", "users/{id}/sessions/{session}", EmulatorRoute.Users, UserEndpoints.GetSessionAsync),
        new("POST", "users/{id}/sessions/{session}/wipe", EmulatorRoute.Users, UserEndpoints.WipeAsync),
        new("POST", "users/{id}/sessions/{session}/re-authenticate", EmulatorRoute.Users, UserEndpoints.ReauthenticateAsync),
    ];

    private static readonly Dictionary<string, string> NoValues = [];

    // Files are outside the base URL and need no credentials.
    private static readonly Route Media = new("GET", "media/{token}/{name}", EmulatorRoute.Media, MediaEndpoint.GetAsync);

    private static readonly Route None =
        new(string.Empty, string.Empty, EmulatorRoute.None, call => throw ApiException.NoRoute(call.Request.Method, call.Request.Path));

    /// <summary>Finds the call for a path below the base URL; its suffix <c>.json</c> is optional.</summary>
    public static RouteMatch Match(string method, string path)
    {
        string[] segments = (path.EndsWith(JsonSuffix, StringComparison.Ordinal) ? path[..^JsonSuffix.Length] : path).Split('/');
        foreach (Route route in Table)
        {
            if (route.Match(method, segments) is { } values) return new(route, values);
        }

        return new(None, NoValues);
    }

    /// <summary>The call for any path below <c>/media/</c>.</summary>
    public static RouteMatch MatchMedia() => new(Media, NoValues);

    /// <summary>The call for a path that is not the API's.</summary>
    public static RouteMatch MatchNone() => new(None, NoValues);
}
