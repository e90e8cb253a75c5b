namespace JourneyApps.Generator.Emission;

/// <summary>Writes the method that copies members from another object of the model: the server's response.</summary>
internal static class CopyEmitter
{
    /// <summary>Writes the explicit interface member.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model)
    {
        string name = model.Names.Class;
        writer.Line("void _p.IModel<", name, ">.CopyFrom(", name, " o, in _p.FieldMask m)");
        writer.Open();
        int index = 0;
        foreach (FieldSpec field in model.Fields)
        {
            Test(writer, index++);
            writer.Line("_", field.Property, " = o._", field.Property, ";");
        }

        foreach (BelongsToSpec link in model.BelongsTo)
        {
            Test(writer, index++);
            writer.Line("{ _", link.IdProperty, " = o._", link.IdProperty, "; _", link.Property, " = o._", link.Property + "; }");
        }

        writer.Close();
    }

    private static void Test(CodeWriter writer, int index)
    {
        writer.Write("if (m[");
        writer.Number(index);
        writer.Write("]) ");
    }
}
