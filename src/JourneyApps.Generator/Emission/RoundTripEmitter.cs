namespace JourneyApps.Generator.Emission;

/// <summary>Writes the members by which an object survives a round trip through a serializer that uses data contracts (Newtonsoft.Json):
/// private, so that users do not see them, and marked, so that the serializer does.</summary>
internal static class RoundTripEmitter
{
    /// <summary>Writes the members.</summary>
    public static void Emit(CodeWriter writer)
    {
        writer.Line("[_m(Name = \"id\")] string? _jsonId { get => _t.Id; set => _t.Id = value; }");
        Member(writer, "updated_at", "_jsonUpdatedAt", "UpdatedAtText");
        Member(writer, "display", "_jsonDisplay", "Display");
        writer.Write("[_m(Name = \"$changed\", EmitDefaultValue = false)] string[]? _jsonChanged");
        writer.Line(" { get => _info.Changes(_t); set => _t.SetChanges(value); }");
        writer.Line("[_d.OnDeserialized] void _jsonRead(_d.StreamingContext c) => _info.Restore(ref _t);");
    }

    private static void Member(CodeWriter writer, string name, string property, string source)
    {
        writer.Part("[_m(Name = \"", name, "\", EmitDefaultValue = false)] string? ", property);
        writer.Line(" { get => _t.", source, "; set => _t.", source, " = value; }");
    }
}
