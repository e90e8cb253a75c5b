using JourneyApps.Emulator.DataModelFiles;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Reads methods and paths (endpoint summary, backend-api §3). The suffix <c>.json</c> may be missing.</summary>
internal static class Router
{
    private const string JsonSuffix = ".json";

    /// <summary>Finds the call of a path below the base URL.</summary>
    public static Route Match(string method, string path)
    {
        if (method == "GET" && path == "datamodel.xml") return Plain(EmulatorRoute.DataModelXml);
        if (path.EndsWith(JsonSuffix, StringComparison.Ordinal)) path = path[..^JsonSuffix.Length];
        string[] parts = path.Split('/');
        if (parts.Any(part => part.Length == 0)) return Route.None;
        return parts[0] switch
        {
            "objects" when parts.Length == 2 => Objects(method, parts[1]),
            "objects" when parts.Length == 3 => Object(method, parts[1], parts[2]),
            "users" => new(EmulatorRoute.Users, string.Empty, string.Join('/', parts.Skip(1))),
            _ when parts.Length == 1 => Single(method, parts[0]),
            _ => Route.None,
        };
    }

    private static Route Single(string method, string name) => (method, name) switch
    {
        ("POST", "batch") => Plain(EmulatorRoute.Batch),
        ("GET", "oplog") => Plain(EmulatorRoute.ChangeLog),
        ("GET", "datamodel") => Plain(EmulatorRoute.DataModelJson),
        ("GET", "info") => Plain(EmulatorRoute.Info),
        ("GET", "indexes") => Plain(EmulatorRoute.Indexes),
        _ => Route.None,
    };

    private static Route Objects(string method, string model) => method switch
    {
        "GET" => new(EmulatorRoute.List, model, string.Empty),
        "POST" => new(EmulatorRoute.Create, model, string.Empty),
        _ => Route.None,
    };

    private static Route Object(string method, string model, string rest) => (method, rest) switch
    {
        ("GET", "count") => new(EmulatorRoute.Count, model, string.Empty),
        ("POST", "query") => new(EmulatorRoute.Query, model, string.Empty),
        ("POST", "search") => new(EmulatorRoute.Search, model, string.Empty),
        ("GET", _) => new(EmulatorRoute.Get, model, rest),
        ("PATCH", _) => new(EmulatorRoute.Update, model, rest),
        ("PUT", _) => new(EmulatorRoute.Replace, model, rest),
        ("DELETE", _) => new(EmulatorRoute.Delete, model, rest),
        _ => Route.None,
    };

    private static Route Plain(EmulatorRoute kind) => new(kind, string.Empty, string.Empty);
}
