namespace JourneyApps.Generator.Emission;

/// <summary>
/// Writes the members by which an object survives a hop through a serializer that goes by data contracts (Newtonsoft.Json): private,
/// so that nobody meets them, and marked, so that the serializer does.
/// </summary>
internal static class HopEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to write.</param>
    public static void Emit(CodeWriter writer)
    {
        writer.Line("[_m(Name = \"id\")] private string? _hopId { get => _state.HopId; set => _state.HopId = value; }");
        Member(writer, "updated_at", "UpdatedAt");
        Member(writer, "display", "Display");
        writer.Write("[_m(Name = \"$changed\", EmitDefaultValue = false)] private string[]? _hopChanged");
        writer.Line(" { get => _state.HopChanged(_info); set => _state.SetHopChanged(value); }");
        writer.Line("[_d.OnDeserialized] private void _hopDone(_d.StreamingContext c) => _state.HopDone(_info);");
    }

    private static void Member(CodeWriter writer, string name, string property)
    {
        writer.Part("[_m(Name = \"", name, "\", EmitDefaultValue = false)] private string? _hop", property);
        writer.Line(" { get => _state.Hop", property, "; set => _state.Hop", property, " = value; }");
    }
}
