namespace JourneyApps.Generator.Emission;

/// <summary>Writes the set of a model, with the queries of the has-many that the model declares.</summary>
internal static class SetEmitter
{
    /// <summary>Writes the class.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model, string access)
    {
        string name = model.Names.Class;
        string set = model.Names.Set;
        writer.Line("/// <summary>All objects of <see cref=\"", name, "\"/>.</summary>");
        writer.Line(FileHeader.GeneratedCode);
        writer.Line(access, " partial class ", set, " : _j.ObjectSet<", name, ", ", model.Names.Fields, ">");
        writer.Open();
        writer.Line("/// <summary>The set of a client.</summary>");
        writer.Line("public ", set, "(_p.ClientContext context) : base(context) { }");
        writer.Line("/// <summary>For mocks in tests.</summary>");
        writer.Line("protected ", set, "() { }");
        foreach (HasManySpec many in model.HasMany) HasMany(writer, many, name);
        writer.Close();
    }

    private static void HasMany(CodeWriter writer, HasManySpec many, string name)
    {
        for (int byObject = 0; byObject < 2; byObject++)
        {
            writer.Part("/// <summary>The <see cref=\"", many.TargetClass, "\"/> objects whose <c>", many.InverseIdName);
            writer.Line("</c> is the parent's id (<c>", many.SchemaName, "</c>).</summary>");
            writer.Line("/// <param name=\"parent\">The parent", byObject == 0 ? "'s id" : "", ".</param>");
            writer.Part("public virtual _j.ObjectQuery<", many.TargetClass, ", ", many.TargetFields, "> ", many.Method, "(");
            if (byObject == 0)
            {
                writer.Part("_j.Id<", name, "> parent) => OfParent<", many.TargetClass, ", ", many.TargetFields);
                writer.Line(">(\"", many.InverseIdName, "\", parent);");
            }
            else
            {
                writer.Line(name, " parent) => ", many.Method, "(parent.Id);");
            }
        }
    }
}
