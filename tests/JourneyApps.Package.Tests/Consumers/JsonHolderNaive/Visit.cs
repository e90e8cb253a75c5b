using System.Text.Json.Serialization;

namespace Acme.Field;

/// <summary>A type of the user's own that holds a model.</summary>
public sealed class Visit
{
    public string? Customer { get; set; }

    public Job? Job { get; set; }
}

[JsonSerializable(typeof(Visit))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
