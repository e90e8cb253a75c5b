namespace JourneyApps.Emulator.Endpoints;

/// <summary>A row of the route table.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path below the base URL, without <c>.json</c>; each name in braces represents one segment.</param>
/// <param name="Kind">The call, for faults.</param>
/// <param name="HandleAsync">Handles the call.</param>
internal sealed record Route(string Method, string Template, EmulatorRoute Kind, Func<ApiCall, Task<ApiResponse>> HandleAsync)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>The segments that the names in braces represent; <see langword="null"/> if the route does not match.</summary>
    public Dictionary<string, string>? Match(string method, ReadOnlySpan<string> path)
    {
        if (method != Method || path.Length != _segments.Length) return null;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i].Length == 0) return null;
            if (_segments[i][0] == '{') values.Add(_segments[i][1..^1], path[i]);
            else if (_segments[i] != path[i]) return null;
        }

        return values;
    }
}
