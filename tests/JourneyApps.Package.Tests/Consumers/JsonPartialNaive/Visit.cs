using System.Text.Json.Serialization;

namespace Acme.Field;

/// <summary>The user's own part of a model.</summary>
public sealed partial class Job
{
    public string Summary => $"{Title}, {State?.Display}";
}

/// <summary>A type of the user's own that holds a model.</summary>
public sealed class Visit
{
    public string? Customer { get; set; }

    public Job? Job { get; set; }
}

[JsonSerializable(typeof(Visit))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
