namespace JourneyApps.Generator.Emission;

/// <summary>Writes the properties of a model. Private members have no modifier, because that is the default and a model has many.</summary>
internal static class PropertyEmitter
{
    /// <summary>The number of option labels that a property lists. The enum documents all of them.</summary>
    private const int OptionsInDocs = 12;

    /// <summary>Writes the backing fields.</summary>
    public static void BackingFields(CodeWriter writer, ModelSpec model)
    {
        writer.Line("_p.ModelState _t;");
        foreach (FieldSpec field in model.Fields)
        {
            FieldCode.WritePropertyType(writer, field);
            writer.Line(" _", field.Property, ";");
        }

        foreach (BelongsToSpec link in model.BelongsTo)
        {
            writer.Line("_j.Id<", link.TargetClass, ">? _", link.IdProperty, ";");
            writer.Line(link.TargetClass, "? _", link.Property, ";");
        }

        writer.Line();
    }

    /// <summary>Writes the properties.</summary>
    public static void Properties(CodeWriter writer, ModelSpec model, bool notify)
    {
        int index = 0;
        foreach (FieldSpec field in model.Fields) Property(writer, field, index++, notify);
        foreach (BelongsToSpec link in model.BelongsTo) Link(writer, link, index++, notify);
        writer.Line();
    }

    private static void Property(CodeWriter writer, FieldSpec field, int index, bool notify)
    {
        writer.Write("/// <summary>");
        FieldSummary(writer, field);
        writer.Line("</summary>");
        if (field.IsFirstInJson) DataMember(writer, field.SchemaName);
        writer.Write("public ");
        FieldCode.WritePropertyType(writer, field);
        writer.Part(" ", field.Property, " { get => _", field.Property);
        writer.Write(notify ? NotificationEmitter.SetterStart : "; set => _t.Set(");
        writer.Number(index);
        writer.Part(", ref _", field.Property, ", value)");
        if (notify) NotificationEmitter.SetterEnd(writer, field.Property);
        else writer.Line("; }");
        Specified(writer, field.Property, index);
    }

    private static void Link(CodeWriter writer, BelongsToSpec link, int index, bool notify)
    {
        writer.Line("/// <summary>Id of <see cref=\"", link.Property, "\"/> (<c>", link.IdName, "</c>).</summary>");
        if (link.IsFirstInJson) DataMember(writer, link.IdName);
        writer.Part("public _j.Id<", link.TargetClass, ">? ", link.IdProperty, " { get => _", link.IdProperty);
        writer.Write(notify ? NotificationEmitter.SetterStart : "; set { if (_t.Set(");
        writer.Number(index);
        writer.Part(", ref _", link.IdProperty, ", value)");
        if (notify) NotificationEmitter.SetterEnd(writer, link.IdProperty, link.Property);
        else writer.Line(") _", link.Property, " = null; } }");
        Specified(writer, link.IdProperty, index);
        writer.Part("/// <summary>The <see cref=\"", link.TargetClass, "\"/> of <c>", link.SchemaName);
        writer.Line("</c>, filled by Include; set <see cref=\"", link.IdProperty, "\"/> to change it.</summary>");
        writer.Line("public ", link.TargetClass, "? ", link.Property, " => _", link.Property, ";");
    }

    private static void DataMember(CodeWriter writer, string name)
    {
        writer.Write("[_m(Name = ");
        writer.Literal(name);
        writer.Line(")]");
    }

    // Newtonsoft.Json reads this member, even a private one, to decide whether to write the property. A method ShouldSerializeX would have
    // to be public, and editors show members of the project itself in spite of EditorBrowsable: each field twice.
    private static void Specified(CodeWriter writer, string property, int index)
    {
        writer.Part("bool ", property, ReservedMembers.Specified + " => _t.Knows(");
        writer.Number(index);
        writer.Line(");");
    }

    private static void FieldSummary(CodeWriter writer, FieldSpec field)
    {
        writer.Label(field.Label, field.SchemaName);
        writer.Part(" <c>", field.SchemaName, "</c>, ", FieldTypeInfo.Of(field.Type).Word);
        if (field.Subtype is not null)
        {
            writer.Write(FieldTypeInfo.Of(field.Type).HasSubtype ? ':' : ' ');
            writer.Doc(field.Subtype);
        }

        if (field.Options.Count > 0) Options(writer, field.Options);
        writer.Write(FieldCode.Of(field.Type).Remark);
    }

    private static void Options(CodeWriter writer, EquatableArray<OptionSpec> options)
    {
        for (int i = 0; i < Math.Min(options.Count, OptionsInDocs); i++)
        {
            writer.Write(i == 0 ? ": " : "; ");
            writer.Doc(options[i].Label.Length > 0 ? options[i].Label : options[i].Key);
        }

        if (options.Count > OptionsInDocs) writer.Write("; …");
    }
}
