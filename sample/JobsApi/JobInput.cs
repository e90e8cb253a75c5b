using System.Text.Json.Nodes;

namespace JobsApi;

/// <summary>The fields of a job that callers may set. All others (ids, marks of changes, fields that only the app sets) are refused.</summary>
internal static class JobInput
{
    private static readonly string[] Members = ["number", "title", "notes", "state", "due", "site_id"];

    /// <summary>The keys of the states.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<JobState>().Select(state => ((Choice<JobState>)state).Key)];

    /// <summary>Returns what is wrong with a body, or <see langword="null"/>. The types of the values are checked when the job is deserialized.</summary>
    public static string? Fault(JsonObject body)
    {
        if (body.Select(member => member.Key).FirstOrDefault(name => !Members.Contains(name)) is { } unknown)
            return $"'{unknown}' cannot be set; a job takes {string.Join(", ", Members)}.";
        // A job keeps keys that are newer than this code, but callers must not send one.
        return body["state"] is { } state && !States.Contains(state.ToString()) ? $"'{state}' is not a state; expected one of {string.Join(", ", States)}." : null;
    }
}
