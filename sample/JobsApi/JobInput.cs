using System.Text.Json.Nodes;

namespace JobsApi;

/// <summary>What callers may say of a job. Everything else (ids, marks of changes, fields that only the app sets) is refused rather than passed on.</summary>
internal static class JobInput
{
    private static readonly string[] Members = ["number", "title", "notes", "state", "due", "site_id"];

    /// <summary>The keys of the states, as callers send them.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<JobState>().Select(state => ((Choice<JobState>)state).Key)];

    /// <summary>What is wrong with a body, or <see langword="null"/>. The types of the values are checked when the job is read from it.</summary>
    public static string? Fault(JsonObject body)
    {
        if (body.Select(member => member.Key).FirstOrDefault(name => !Members.Contains(name)) is { } unknown)
            return $"'{unknown}' cannot be set; a job takes {string.Join(", ", Members)}.";
        // A job that is read keeps keys that are newer than this code; a caller of ours has no reason to send one.
        return body["state"] is { } state && !States.Contains(state.ToString()) ? $"'{state}' is no state; there are {string.Join(", ", States)}." : null;
    }
}
