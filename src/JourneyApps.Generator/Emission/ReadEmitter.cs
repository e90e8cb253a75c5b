namespace JourneyApps.Generator.Emission;

/// <summary>Writes the method that reads a model's members.</summary>
internal static class ReadEmitter
{
    /// <summary>Writes the explicit interface member.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model)
    {
        writer.Line("void _p.IModel<", model.Names.Class, ">.Read(ref _p.ModelReader r)");
        writer.Open();
        // An empty switch is a warning.
        if (model.Fields.Count + model.BelongsTo.Count == 0)
        {
            writer.Line("while (r.Next()) { }");
            writer.Close();
            return;
        }

        writer.Line("while (r.Next()) switch (r.Member)");
        writer.Open();
        int index = 0;
        foreach (FieldSpec field in model.Fields)
        {
            Case(writer, index++, field.Property);
            FieldCode.WriteReadCall(writer, field);
            writer.Line("; break;");
        }

        foreach (BelongsToSpec link in model.BelongsTo)
        {
            Case(writer, index++, link.IdProperty);
            writer.Line("r.Id<", link.TargetClass, ">(); break;");
        }

        foreach (BelongsToSpec link in model.BelongsTo)
        {
            Case(writer, index++, link.Property);
            writer.Line("r.Related<", link.TargetClass, ">(); break;");
        }

        writer.Close();
        writer.Close();
    }

    private static void Case(CodeWriter writer, int index, string property)
    {
        writer.Write("case ");
        writer.Number(index);
        writer.Part(": _", property, " = ");
    }
}
