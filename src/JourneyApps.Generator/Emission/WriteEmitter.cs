namespace JourneyApps.Generator.Emission;

/// <summary>Writes the method that writes a model's members. The runtime's writer skips members that are not sent.</summary>
internal static class WriteEmitter
{
    /// <summary>Writes the explicit interface member.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model)
    {
        writer.Line("void _p.IModel<", model.Names.Class, ">.Write(ref _p.ModelWriter w)");
        writer.Open();
        int index = 0;
        foreach (FieldSpec field in model.Fields) Member(writer, index++, field.Property);
        foreach (BelongsToSpec link in model.BelongsTo) Member(writer, index++, link.IdProperty);
        writer.Close();
    }

    private static void Member(CodeWriter writer, int index, string property)
    {
        writer.Write("w.Write(");
        writer.Number(index);
        writer.Line(", _", property, ");");
    }
}
