namespace JourneyApps.Generator.Emission;

/// <summary>Writes what the runtime knows about a model: its names, its members in order, its links, and the enums of its
/// choices.</summary>
internal static class InfoEmitter
{
    /// <summary>Writes the static member and the explicit interface members that lead to it.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model)
    {
        string name = model.Names.Class;
        writer.Part("static readonly _p.ModelInfo<", name, "> _info = new _p.ModelInfo<", name, ">(");
        writer.Indent();
        writer.Literal(model.SchemaName);
        writer.Write(", static s => new(s), \"");
        // One letter per field: the runtime reads it as the number of the type, counted from 'a'.
        foreach (FieldSpec field in model.Fields) writer.Write((char)('a' + (int)field.Type));
        writer.Write('"');
        foreach (FieldSpec field in model.Fields) Member(writer, field.SchemaName);
        foreach (BelongsToSpec link in model.BelongsTo) Member(writer, link.IdName, " ", link.TargetModel);

        writer.Write(')');
        for (int i = 0; i < model.BelongsTo.Count; i++)
        {
            BelongsToSpec link = model.BelongsTo[i];
            writer.Line();
            writer.Part(".Link<", link.TargetClass, ">(\"", link.SchemaName, "\", ");
            writer.Number(model.Fields.Count + i);
            writer.Part(", o => o._", link.IdProperty, ", o => o._", link.Property, ", (o, v) => o._", link.Property, " = v)");
        }

        for (int i = 0; i < model.Fields.Count; i++)
        {
            if (model.Fields[i].Enum is not { } options) continue;
            writer.Line();
            writer.Part(".Options<", options, ">(");
            writer.Number(i);
            writer.Write(')');
        }

        writer.Line(";");
        writer.Outdent();
        writer.Line("static _p.ModelInfo<", name, "> _p.IModel<", name, ">.Info => _info;");
        writer.Line("ref _p.ModelState _p.IModel<", name, ">.State => ref _t;");
        writer.Line();
    }

    private static void Member(CodeWriter writer, string name, string separator = "", string target = "")
    {
        writer.ThrowIfCanceled();
        writer.Part(", \"", name, separator, target, "\"");
    }
}
